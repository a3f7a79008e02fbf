import type { IdentityCommand } from './identity-commands.ts'
import type { AccountCommand, OrganizationCommand } from './organization-commands.ts'
import type { Model } from './records.ts'
import type { ResourceCommand } from './resource-commands.ts'

export type ModelCommand =
  | { readonly type: 'RenameModel'; readonly name: string }
  /** Opening an import in place of what was there. */
  | { readonly type: 'ReplaceModel'; readonly model: Model }
  /** Adding an import to what is there; see `merge.ts` for what counts as the same entity. */
  | { readonly type: 'MergeModel'; readonly model: Model }
  /** Several commands as one step: all of them, or none. */
  | { readonly type: 'Batch'; readonly commands: readonly Command[] }

/**
 * Everything that can change a model, named after the IAM or Organizations operation where there is one, so that a
 * history reads like a change log. Fields are ids; a command that creates carries the new id. Plain JSON.
 */
export type Command = IdentityCommand | ResourceCommand | AccountCommand | OrganizationCommand | ModelCommand
export type CommandType = Command['type']
