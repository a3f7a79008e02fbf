import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AuthorizeInput, Policy, PolicyLevel } from '../access/authorize.ts'
import type { Decision, Place } from '../access/trace.ts'

/** A topic: cases that someone who teaches IAM can read and check by hand. */
export interface Topic {
  readonly topic: string
  /** One sentence. */
  readonly about: string
  /** Documents that several cases use, by name; a policy says `"document": "$name"`. */
  readonly shared?: Readonly<Record<string, object>>
  readonly cases: readonly Case[]
}

/** One request with the policies that bear on it, and what AWS answers. */
export interface Case {
  readonly name: string
  /** Ids of the rules it shows, the one it is about first. */
  readonly rules: readonly string[]
  /** The input of `authorize`; a policy's `document` may be `$` and the name of a shared one. */
  readonly request: AuthorizeInput['request']
  readonly policies: AuthorizeInput['policies']
  readonly decision: Decision
  /** Exactly the statements that the decision rests on. An implicit deny rests on none. */
  readonly deciding?: readonly Place[]
  /** The answer holds for a part of what was asked. [M9] */
  readonly partial?: true
  /** Exactly the keys that `DependsOnContext` hangs on. [C16] */
  readonly dependsOn?: readonly string[]
  /** The rule that decided whatever the policies say, as `authorize` names it. [D11, D14, S7, S8] */
  readonly because?: string
  /** Codes of diagnostics that the policies earn, among others. */
  readonly reports?: readonly string[]
  /** Why, in one plain sentence. */
  readonly reason: string
}

/** Every `.json` of a folder, parsed but not checked: `mistakesIn` does that. */
export const readTopics = (folder: string): readonly { readonly file: string; readonly topic: Topic }[] =>
  readdirSync(folder)
    .filter(file => file.endsWith('.json'))
    .sort()
    .map(file => ({ file, topic: JSON.parse(readFileSync(join(folder, file), 'utf8')) as Topic }))

/** The policies of a case with the shared documents in their places. */
export function policiesOf({ policies }: Case, shared: Topic['shared'] = {}): AuthorizeInput['policies'] {
  const written = (policy: Policy): Policy => {
    const { document } = policy
    const named = typeof document === 'string' && document.startsWith('$') && shared[document.slice(1)]
    return named ? { ...policy, document: named } : policy
  }
  const atLevels = (levels: readonly PolicyLevel[]) =>
    levels.map(({ level, policies: own }) => ({ level, policies: own.map(written) }))
  const { identity, permissionsBoundary, session, resource, endpoint, serviceControl, resourceControl } =
    policies
  return {
    ...(identity && { identity: identity.map(written) }),
    ...(permissionsBoundary && { permissionsBoundary: written(permissionsBoundary) }),
    ...(session && { session: session.map(written) }),
    ...(resource && { resource: written(resource) }),
    ...(endpoint && { endpoint: endpoint.map(written) }),
    ...(serviceControl && { serviceControl: atLevels(serviceControl) }),
    ...(resourceControl && { resourceControl: atLevels(resourceControl) }),
  }
}
