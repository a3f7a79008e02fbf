import { accountHandlers } from './apply-accounts.ts'
import { groupHandlers } from './apply-groups.ts'
import { organizationHandlers } from './apply-organization.ts'
import { policyHandlers } from './apply-policies.ts'
import { resourceHandlers } from './apply-resources.ts'
import { roleHandlers } from './apply-roles.ts'
import { userHandlers } from './apply-users.ts'
import type { Command, CommandType, ModelCommand } from './commands.ts'
import { type Diff, invertDiff } from './diff.ts'
import { Draft } from './draft.ts'
import type { HandlersFor } from './handlers.ts'
import { merge, replaceWith } from './merge.ts'
import { labelProblem } from './names.ts'
import { type Problem, refuse } from './problem.ts'
import type { Model } from './records.ts'

export type Applied =
  | { readonly ok: true; readonly model: Model; readonly diff: Diff; readonly inverse: Diff }
  | { readonly ok: false; readonly problem: Problem }

/**
 * Carries out a command. The model given stays as it is; the new one shares with it every record and collection that
 * did not change, and is the same object when nothing did. `applyDiff(result, inverse)` is the model it began from,
 * down to the order of its records. What IAM would refuse is refused with a sentence; policy texts never are.
 */
export function apply(model: Model, command: Command): Applied {
  const draft = new Draft(model)
  const problem = carryOut(draft, command)
  if (problem) return { ok: false, problem }
  const done = draft.finish()
  return { ok: true, model: done.model, diff: done.diff, inverse: invertDiff(done.diff) }
}

const modelHandlers: HandlersFor<ModelCommand> = {
  RenameModel(draft, { name }) {
    const problem = labelProblem('a model', name)
    if (!problem) draft.setName(name)
    return problem
  },
  ReplaceModel(draft, { model }) {
    replaceWith(draft, model)
    return undefined
  },
  MergeModel(draft, { model }) {
    merge(draft, model)
    return undefined
  },
  Batch(draft, { commands }) {
    for (const [step, command] of commands.entries()) {
      const problem = carryOut(draft, command)
      if (problem) return { ...problem, step }
    }
    return undefined
  },
}

const HANDLERS: HandlersFor<Command> = {
  ...userHandlers,
  ...groupHandlers,
  ...roleHandlers,
  ...policyHandlers,
  ...resourceHandlers,
  ...accountHandlers,
  ...organizationHandlers,
  ...modelHandlers,
}

/** Every type of command there is. */
export const COMMAND_TYPES = Object.keys(HANDLERS) as readonly CommandType[]

function carryOut(draft: Draft, command: Command): Problem | undefined {
  // A command may come from a file that a newer version wrote.
  if (!Object.hasOwn(HANDLERS, command.type)) {
    return refuse('unknown-command', `there is no command \`${command.type}\``)
  }
  // The table pairs each type with the handler for it, which indexing by a union loses.
  const handler = HANDLERS[command.type] as (draft: Draft, command: Command) => Problem | undefined
  return handler(draft, command)
}
