import type { PolicyKind } from '@iam-canvas/core'
import type { ServiceEntry } from '@iam-canvas/core/lint'
import { Facet } from '@codemirror/state'

/** Something of the model that a policy can name, with what people call it. */
export interface NamedArn {
  readonly text: string
  readonly label: string
}

export interface ListedService {
  readonly prefix: string
  readonly name: string
}

/** What an editor can offer and explain beyond the grammar of policies. */
export interface Vocabulary {
  readonly kind: PolicyKind
  /** The account that the policy belongs to. */
  readonly account: string | undefined
  readonly resources: readonly NamedArn[]
  readonly principals: readonly NamedArn[]
  readonly services: () => Promise<readonly ListedService[]>
  /** `undefined` where there is no such service, or no way to it. */
  readonly service: (prefix: string) => Promise<ServiceEntry | undefined>
  /** What type of resource an ARN names; `undefined` where none is known, or no way to it. */
  readonly typeOf: (arn: string) => Promise<NamedType | undefined>
  readonly pages: DocPages
  /** Shows an action, by its full name, in the reference. */
  readonly openAction: (action: string) => void
}

interface NamedType {
  readonly service: string
  readonly type: string
}

/** Addresses in AWS's documentation. A service is given by its name. */
export interface DocPages {
  readonly service: (service: string) => string
  readonly action: (service: string, action: string) => string
  readonly type: (service: string, type: string) => string
  readonly key: (service: string, key: string) => string
}

/** The editor's vocabulary; without one it knows the grammar alone. */
export const vocabulary = Facet.define<Vocabulary, Vocabulary | undefined>({ combine: ([first]) => first })
