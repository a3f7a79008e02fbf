import type { AccountNumber } from '@iam-canvas/core'
import { arnParts } from '../arn-parts.ts'
import { type JsonObject, textField } from '../json-shape.ts'
import type { DumpFindings } from './findings.ts'

export type DumpKind = 'user' | 'group' | 'role' | 'policy'

/** Who an entry of a dump is. `account` is absent where the entry has no ARN; `aws` for an AWS managed policy. */
export interface DumpIdentity {
  readonly name: string
  readonly path: string
  readonly account?: AccountNumber
  readonly partition?: string
}

const NAME_FIELD = { user: 'UserName', group: 'GroupName', role: 'RoleName', policy: 'PolicyName' } as const

/** Reads name, path and account from the fields, or from the ARN where a field is missing. */
export function identityIn(kind: DumpKind, entry: JsonObject): DumpIdentity | undefined {
  const fromArn = identityInArn(textField(entry, 'Arn') ?? '')
  const name = textField(entry, NAME_FIELD[kind]) ?? fromArn?.name
  if (name === undefined) return undefined
  return { ...fromArn, name, path: textField(entry, 'Path') ?? fromArn?.path ?? '/' }
}

/** `arn:aws:iam::123456789012:policy/team/Read` taken apart; `undefined` for anything that is no such ARN. */
export function identityInArn(arn: string): DumpIdentity | undefined {
  const parts = arnParts(arn)
  if (!parts) return undefined
  const start = parts.resource.indexOf('/')
  const end = parts.resource.lastIndexOf('/')
  const name = parts.resource.slice(end + 1)
  if (start < 0 || name === '') return undefined
  return {
    name,
    path: parts.resource.slice(start, end + 1),
    ...(/^(?:\d{12}|aws)$/.test(parts.account) && { account: parts.account, partition: parts.partition }),
  }
}

const IAM_NAME = /^[\w+=,.@-]+$/
// Markup, controls, and the format characters, which hide or turn the direction of what follows them.
const SUSPICIOUS = /[<>\p{Cc}\p{Cf}]/u

export function lookAtName(name: string, findings: DumpFindings): void {
  if (SUSPICIOUS.test(name)) findings.odd.add('invisible-characters', name)
  else if (!IAM_NAME.test(name)) findings.odd.add('unusual-name', name)
}

export function soundPath(path: string, findings: DumpFindings): string {
  if (path.startsWith('/') && path.endsWith('/')) return path
  findings.odd.add('unusual-path', path)
  return `/${path.replace(/^\/+|\/+$/g, '')}/`.replace(/^\/\/$/, '/')
}
