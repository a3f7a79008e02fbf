import type { Explanation, Place, PolicyTrace } from '../access/trace.ts'
import { documentById } from '../model/documents.ts'
import type { Command } from '../model/commands.ts'
import type { HolderId, Model, PolicyId, Role, User } from '../model/records.ts'
import { parsedPolicy } from '../policy/parsed-policy.ts'
import { commandForText, deleteInline, detach, isGroup } from './document-commands.ts'
import { withoutItem } from './policy-edits.ts'

/**
 * For each policy that the decision rests on, the ways to make its deciding statements go: take them out of its text,
 * detach or delete the policy, leave the group that lends it. Alternatives for one policy, one list for each.
 */
export function withdrawals(
  model: Model,
  explanation: Explanation,
  holder: User | Role | undefined,
): Command[][] {
  const { gates } = explanation
  const byPolicy = new Map<string, Place[]>()
  for (const place of deciding(explanation)) {
    byPolicy.set(place.policyId, [...(byPolicy.get(place.policyId) ?? []), place])
  }
  return [...byPolicy].map(([policyId, places]) => {
    const trace = gates
      .filter(({ gate }) => gate === 'identity')
      .flatMap(({ policies }) => policies)
      .find(policy => policy.policyId === policyId)
    const edit = withoutStatements(model, policyId, places)
    return [
      ...(edit ? [edit] : []),
      ...(trace && holder ? unlending(model, trace, holder) : whole(model, policyId)),
    ]
  })
}

/** An allow is taken back where it was given, not by narrowing the limits that let it through. */
function deciding({ decision, gates, determining }: Explanation): readonly Place[] {
  if (decision !== 'Allow') return determining
  const granting = new Set(
    gates
      .filter(({ gate }) => gate === 'identity' || gate === 'resource-policy')
      .flatMap(({ policies }) => policies.map(({ policyId }) => policyId)),
  )
  return determining.filter(({ policyId }) => granting.has(policyId))
}

function withoutStatements(model: Model, policyId: string, places: readonly Place[]): Command | undefined {
  const document = documentById(model, policyId)
  if (!document) return undefined
  // From the back: taking out a statement moves those behind it.
  const backwards = [...places].sort((a, b) => indexOf(b) - indexOf(a))
  const text = backwards.reduce<string | undefined>(
    (edited, { at }) => (edited === undefined ? undefined : withoutItem(parsedPolicy(edited), at)),
    document.text,
  )
  return text === undefined ? undefined : commandForText(model, policyId, text)
}

const indexOf = ({ at }: Place): number => Number(/\d+$/.exec(at)?.[0] ?? 0)

/** Taking a policy away from the caller, at each place that lends it: its own attachment, and each group. */
function unlending(model: Model, { policyId, via }: PolicyTrace, holder: User | Role): Command[] {
  const groups = via.filter(isGroup)
  const leave: Command[] =
    holder.kind === 'user'
      ? groups.map(group => ({ type: 'RemoveUserFromGroup', user: holder.id, group }))
      : []
  const own = documentById(model, policyId)
  if (own?.purpose === 'inline') {
    return own.owner === holder.id
      ? [deleteInline(holder.id, own.name)]
      : [...leave, deleteInline(own.owner as HolderId, own.name)]
  }
  const policy = policyId as PolicyId
  const attached = holder.attachedPolicies.includes(policy)
  const all: Command[] = [...(attached ? [detach(holder.id, policy)] : []), ...leave]
  return all.length > 1
    ? [{ type: 'Batch', commands: all }]
    : [...all, ...groups.map(group => detach(group, policy))]
}

/** A resource policy can go as a whole; a trust policy cannot. */
function whole(model: Model, policyId: string): Command[] {
  const document = documentById(model, policyId)
  return document?.purpose === 'resource' && document.owner.startsWith('resource:')
    ? [{ type: 'DeleteResourcePolicy', resource: document.owner as `resource:${string}` }]
    : []
}
