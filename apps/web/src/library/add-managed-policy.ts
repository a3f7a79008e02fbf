import {
  apply,
  type Command,
  entityByArn,
  type EntityId,
  freeId,
  type Model,
  type PolicyId,
} from '@iam-canvas/core'
import type { ManagedPolicy } from '@iam-canvas/reference/compiled'
import { type DropVerdict, dropVerdict } from '../canvas/drop-rules.ts'
import { withPositions } from '../canvas/layout-changes.ts'
import { policyQuery } from '../reference/queries.ts'
import type { AddKind } from '../sidebar/add-kinds.ts'
import { tell, warn } from '../ui/messages.ts'
import { commandText } from '../workspace/command-text.ts'
import type { Point } from '../workspace/document.ts'
import { perform } from '../workspace/perform.ts'
import { queryClient } from '../workspace/query-client.ts'
import { select, useWorkspace } from '../workspace/workspace.ts'
import { capitalized } from '../ui/capitalized.ts'

/** The policy in the model, or the command that puts it there. Its ARN is AWS's own, the same in every account. */
function placed(
  model: Model,
  policy: Pick<ManagedPolicy, 'name' | 'path' | 'arn'>,
  text?: string,
): { readonly id: PolicyId; readonly commands: readonly Command[] } {
  const known = entityByArn(model, policy.arn)
  if (known?.kind === 'policy') {
    const supply = known.text === undefined && text !== undefined
    return {
      id: known.id,
      commands: supply ? [{ type: 'SupplyPolicyText', policy: known.id, text }] : [],
    }
  }
  const id = freeId(model, 'policy', policy.name)
  const { name, path } = policy
  return {
    id,
    commands: [{ type: 'AddAwsManagedPolicy', policy: id, name, path, ...(text !== undefined && { text }) }],
  }
}

/** A managed policy as something that can be dragged out of the library: the same gesture as out of the palette. */
export const asAddKind = (policy: ManagedPolicy): AddKind => ({
  key: policy.arn,
  label: policy.name,
  icon: 'policy',
  section: 'identity',
  create: model => {
    const { id, commands } = placed(model, policy)
    return { id, command: { type: 'Batch', commands } }
  },
})

/** What attaching it to something would do, by the rules of dropping; in an account it only stands. */
export function verdictForPolicy(
  model: Model,
  policy: ManagedPolicy,
  onto: EntityId,
): DropVerdict | undefined {
  if (/^(?:account|ou):/.test(onto)) return undefined
  const { id, commands } = placed(model, policy)
  const added = apply(model, { type: 'Batch', commands })
  return added.ok ? dropVerdict(added.model, id, onto) : undefined
}

/** For the history, in the words of any attachment; the policy may not be in the model yet. */
function attachedText(model: Model, policy: ManagedPolicy, command: Command): string {
  const added = apply(model, { type: 'Batch', commands: placed(model, policy).commands })
  return commandText(command, added.ok ? added.model : model)
}

/**
 * Puts a managed policy on the canvas with AWS's text, and attaches it where it was dropped, all in one step. Nothing
 * happens when its text cannot be had.
 */
export async function addManagedPolicy(
  policy: ManagedPolicy,
  where?: { readonly point?: Point; readonly onto?: EntityId | undefined },
): Promise<boolean> {
  const text = await queryClient.fetchQuery(policyQuery(policy.name)).then(
    found => found.text,
    (error: Error) => void warn(`${policy.name} was not added: ${error.message}`),
  )
  if (text === undefined) return false
  const { model, layout } = useWorkspace.getState().document
  const { id, commands } = placed(model, policy, text)
  const verdict = where?.onto && verdictForPolicy(model, policy, where.onto)
  if (verdict && !verdict.ok) {
    warn(capitalized(verdict.reason))
    return false
  }
  const all = [...commands, ...(verdict ? [verdict.command] : [])]
  select({ kind: 'entities', ids: [id] })
  if (all.length === 0) {
    tell(`${policy.name} is on the canvas already`)
    return true
  }
  const [only] = all
  const done = perform({
    command: all.length === 1 && only ? only : { type: 'Batch', commands: all },
    label: verdict ? attachedText(model, policy, verdict.command) : `${policy.name} added`,
    ...(where?.point && !verdict && { layout: withPositions(layout, new Map([[id, where.point]])) }),
  })
  if (done.ok) select({ kind: 'entities', ids: [id] })
  return done.ok
}
