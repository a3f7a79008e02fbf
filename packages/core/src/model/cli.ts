import { apply } from './apply.ts'
import type { CliFor } from './cli-handlers.ts'
import { groupCli, roleCli, userCli } from './cli-holders.ts'
import { type Cli, joined, noLine } from './cli-lines.ts'
import { accountCli, organizationCli } from './cli-organization.ts'
import { policyCli } from './cli-policies.ts'
import { resourceCli } from './cli-resources.ts'
import type { Command, ModelCommand } from './commands.ts'
import type { Model } from './records.ts'

/**
 * The AWS CLI lines that do in an account what the command does in the model; `model` is the model before it.
 * Deleting comes with the detaching that IAM wants first. Where AWS has no such operation there is no line, but a note.
 */
export function cliFor(command: Command, model: Model): Cli {
  if (!Object.hasOwn(TABLE, command.type)) return noLine('There is no such command.')
  // The table pairs each type with its function, which indexing by a union loses.
  const lines = TABLE[command.type] as (command: Command, model: Model) => Cli
  return lines(command, model)
}

const modelCli: CliFor<ModelCommand> = {
  RenameModel: () => noLine('This names the drawing; nothing changes in AWS.'),
  ReplaceModel: () => noLine('This opens another drawing; nothing changes in AWS.'),
  MergeModel: () => noLine('This adds to the drawing; nothing changes in AWS.'),
  Batch({ commands }, model) {
    const parts: Cli[] = []
    let before = model
    for (const command of commands) {
      parts.push(cliFor(command, before))
      const applied = apply(before, command)
      if (applied.ok) before = applied.model
    }
    return joined(parts)
  },
}

const TABLE: CliFor<Command> = {
  ...userCli,
  ...groupCli,
  ...roleCli,
  ...policyCli,
  ...resourceCli,
  ...accountCli,
  ...organizationCli,
  ...modelCli,
}
