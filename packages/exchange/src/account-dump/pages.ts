import { fieldOf, isObject, type JsonObject } from '../json-shape.ts'
import { jsonValuesIn } from '../json-values.ts'
import { cliOperationOf, type FileKind, lookOf } from '../look.ts'
import { type Unread, unread } from '../read-problem.ts'
import { withoutNuls } from '../text-of-bytes.ts'
import { objectsIn } from './fields.ts'
import type { DumpFindings } from './findings.ts'

/** What all pages of a dump hold, in order. */
export interface DumpEntries {
  readonly ok: true
  readonly users: readonly JsonObject[]
  readonly groups: readonly JsonObject[]
  readonly roles: readonly JsonObject[]
  readonly policies: readonly JsonObject[]
  readonly pages: number
  readonly truncated: boolean
}

const COMMAND = 'aws iam get-account-authorization-details > account.json'

/** Reads a text as the pages of an account dump: one, several one after the other, or a list of them. */
export function dumpEntries(
  text: string,
  findings: DumpFindings,
  mostCharacters?: number,
): DumpEntries | Unread {
  const repaired = withoutNuls(text)
  if (repaired !== undefined) findings.odd.add('utf-16')
  const json = jsonValuesIn(repaired ?? text, mostCharacters)
  if (!json.ok) return json
  const values = json.values.flatMap(value =>
    Array.isArray(value) ? (value as readonly unknown[]) : [value],
  )
  const pages = values.filter(
    (value): value is JsonObject => isObject(value) && lookOf(value) === 'account-dump',
  )
  if (pages.length === 0) return notADump(json.values.length === 1 ? json.values[0] : json.values)
  for (let page = 1; page < pages.length; page += 1) findings.odd.add('several-pages')
  const all = (key: string): readonly JsonObject[] => pages.flatMap(page => objectsIn(page, key, findings))
  const last = pages.at(-1)
  const truncated = last !== undefined && String(fieldOf(last, 'IsTruncated')).toLowerCase() === 'true'
  if (truncated) findings.leftOut.add('truncated')
  return {
    ok: true,
    users: all('UserDetailList'),
    groups: all('GroupDetailList'),
    roles: all('RoleDetailList'),
    policies: all('Policies'),
    pages: pages.length,
    truncated,
  }
}

const LOOKS: Partial<Record<FileKind, string>> = {
  'canvas-file': 'this is a file of IAM Canvas: open it as a model',
  policy: 'this is a single policy: drop it on the canvas, or on whatever it should be attached to',
  cloudformation: 'this is a CloudFormation template: open it as one',
  'terraform-state': 'this is the state of Terraform: open it as such',
  'terraform-plan': 'this is a plan of Terraform: open it as such',
}

function notADump(value: unknown): Unread {
  const operation = cliOperationOf(value)
  const look =
    LOOKS[lookOf(value)] ??
    (operation
      ? `this is the output of \`aws iam ${operation}\`, which is only a part of an account`
      : undefined) ??
    'this is JSON, but none of the lists of an account is in it'
  return unread('not-an-account-dump', `${look}. An account is the file that \`${COMMAND}\` writes`)
}
