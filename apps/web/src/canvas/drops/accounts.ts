import {
  type Account,
  apply,
  arnOf,
  type Command,
  documentsOf,
  type Entity,
  type Group,
  type Model,
  type OrganizationalUnit,
  parsedPolicy,
  type Policy,
  type Resource,
  type Role,
  type User,
} from '@iam-canvas/core'
import { commandForText, withArnRenamed } from '@iam-canvas/core/edits'
import type { Asking, DropVerdict } from '../drop-rules.ts'
import { count } from '../node-names.ts'
import { lossesOf } from './losses.ts'
import { refused, refusedBy } from './refused.ts'

/** Into another account. What cannot cross is named before it is cut, and texts that name the old ARN can follow. */
export function moveToAccount(
  model: Model,
  entity: User | Group | Role | Policy | Resource,
  account: Account,
): DropVerdict | undefined {
  if (entity.account === account.account) return undefined
  if (entity.account === 'aws') return refused('every account has the policies that AWS manages')
  const command: Command = { type: 'MoveToAccount', entity: entity.id, account: account.account }
  const moved = apply(model, command)
  if (!moved.ok) return refusedBy(moved.problem)
  const verb = `Move ${entity.name} to ${account.name}`
  const losses = lossesOf(model, command)
  const repairs = renamedTexts(model, moved.model, entity)
  const points = [
    ...losses,
    ...(repairs.length > 0
      ? [`Its ARN changes, and ${count(repairs.length, 'policy text names', 'policy texts name')} it`]
      : []),
  ]
  const repaired: Command = { type: 'Batch', commands: [command, ...repairs] }
  const ask: Asking = {
    title: `${verb}?`,
    points,
    choices:
      repairs.length > 0
        ? [
            { label: 'Move, and change the texts', command: repaired },
            { label: 'Move only', command },
          ]
        : [{ label: 'Move', command }],
  }
  return { ok: true, verb, command, lands: true, ...(points.length > 0 && { ask }) }
}

function renamedTexts(before: Model, after: Model, { id }: Entity): readonly Command[] {
  const from = arnOf(before, id)
  const to = arnOf(after, id)
  if (from === undefined || to === undefined || from === to) return []
  return documentsOf(before).flatMap(document => {
    if (document.text === undefined || !document.text.includes(from)) return []
    const text = withArnRenamed(parsedPolicy(document.text), from, to)
    return text === undefined ? [] : (commandForText(before, document.id, text) ?? [])
  })
}

/** An account belongs to one OU, or to none. */
export function dropAccount(model: Model, account: Account, where: Entity): DropVerdict | undefined {
  if (where.kind === 'account') return refused('an account cannot contain another: put both into an OU')
  if (where.kind !== 'ou') return refused('an account can only go into an OU')
  if (account.ou === where.id) return undefined
  return moved(model, { type: 'MoveAccount', account: account.id, ou: where.id }, account, where)
}

export function dropOu(model: Model, ou: OrganizationalUnit, where: Entity): DropVerdict | undefined {
  if (where.kind !== 'ou') return refused('an OU can only go into another OU')
  if (ou.parent === where.id) return undefined
  return moved(model, { type: 'MoveOrganizationalUnit', ou: ou.id, parent: where.id }, ou, where)
}

function moved(
  model: Model,
  command: Command,
  what: { readonly name: string },
  where: { readonly name: string },
): DropVerdict {
  const result = apply(model, command)
  return result.ok
    ? { ok: true, verb: `Move ${what.name} to ${where.name}`, command, lands: true }
    : refusedBy(result.problem)
}
