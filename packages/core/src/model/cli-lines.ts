import { entityById } from './collections.ts'
import { arnOf } from './entity-arn.ts'
import type { EntityId, Model, PolicyId } from './records.ts'
import { documentOption, option } from './shell-words.ts'

/** Command lines of the AWS CLI that do in an account what a command does in the model, and what they leave open. */
export interface Cli {
  /** For a POSIX shell, in order; none where AWS has no such operation. */
  readonly lines: readonly string[]
  readonly note?: string
}

export const oneLine = (...words: readonly (string | false | undefined)[]): Cli => ({
  lines: [line(...words)],
})
export const noLine = (note: string): Cli => ({ lines: [], note })
export const line = (...words: readonly (string | false | undefined)[]): string =>
  `aws ${words.filter(Boolean).join(' ')}`

/** The name AWS knows an entity by; of an id that is not in the model, what follows its kind. */
export const nameOf = (model: Model, id: EntityId): string =>
  entityById(model, id)?.name ?? id.slice(id.indexOf(':') + 1)

export const policyArn = (model: Model, policy: PolicyId): string =>
  arnOf(model, policy) ?? `arn:aws:iam::ACCOUNT:policy/${nameOf(model, policy)}`

export const pathOption = (path: string | undefined): string | false =>
  path !== undefined && path !== '/' && option('path', path)

/** A line with a policy text in it, and a word on the file where the text is too long or no JSON yet. */
export function withDocument(words: readonly string[], name: string, text: string, called: string): Cli {
  const document = documentOption(name, text, called)
  const lines = [line(...words, document.option)]
  return document.file === undefined
    ? { lines }
    : { lines, note: `Save the policy text as ${document.file} first.` }
}

export function joined(parts: readonly Cli[]): Cli {
  const notes = new Set(parts.flatMap(part => part.note ?? []))
  return { lines: parts.flatMap(part => part.lines), ...(notes.size > 0 && { note: [...notes].join(' ') }) }
}
