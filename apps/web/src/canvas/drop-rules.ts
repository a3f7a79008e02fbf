import { type Command, type EntityId, entityById, type GroupId, type Model } from '@iam-canvas/core'
import { dropAccount, dropOu } from './drops/accounts.ts'
import { dropExternal } from './drops/outside.ts'
import { dropGroup, dropRole, dropUser } from './drops/people.ts'
import { dropControl, dropPolicy } from './drops/policies.ts'
import { dropResource } from './drops/resources.ts'

interface Choice {
  readonly label: string
  readonly command: Command
}

/** What has to be asked before: because something would be lost, or because a drop can mean several things. */
export interface Asking {
  readonly title: string
  readonly points: readonly string[]
  /** A text that would be written over, and the one that would stand there. */
  readonly compare?: { readonly before: string; readonly after: string }
  /** The first one is what most people want. */
  readonly choices: readonly Choice[]
}

/** What a drop on a target would do, said before it is done; or why it is refused, and what could be done instead. */
export type DropVerdict =
  | {
      readonly ok: true
      readonly verb: string
      readonly command: Command
      /** For the history, where the command alone does not tell it. */
      readonly label?: string
      readonly home?: GroupId
      /** It stays where it is dropped, instead of going back to its place. */
      readonly lands?: boolean
      readonly ask?: Asking
    }
  | { readonly ok: false; readonly reason: string; readonly instead?: Choice }

export interface DropManner {
  /** Ctrl or Cmd held: join and stay, instead of moving from one group to the other. */
  readonly copy?: boolean
  /** The group the user was dragged out of. */
  readonly from?: GroupId | undefined
  /** On the strip at the head of a user or role that sets the permissions boundary. */
  readonly ceiling?: boolean
  /** Inside a frame rather than on its title bar. */
  readonly body?: boolean
}

/**
 * The drop table, drag by target. One function for mouse, handle, keyboard and menu: whatever connects two things
 * asks here. `undefined` when a drop there only moves.
 */
export function dropVerdict(
  model: Model,
  dragged: EntityId,
  target: EntityId,
  manner: DropManner = {},
): DropVerdict | undefined {
  if (dragged === target) return undefined
  const what = entityById(model, dragged)
  const where = entityById(model, target)
  if (!what || !where) return undefined
  switch (what.kind) {
    case 'user':
      return dropUser(model, what, where, manner)
    case 'role':
      return dropRole(model, what, where)
    case 'group':
      return dropGroup(model, what, where)
    case 'policy':
      return what.purpose === 'identity'
        ? dropPolicy(model, what, where, manner)
        : dropControl(model, what, where, manner)
    case 'resource':
      return dropResource(model, what, where)
    case 'account':
      return dropAccount(model, what, where)
    case 'ou':
      return dropOu(model, what, where)
    case 'external':
      return dropExternal(model, what, where)
  }
}

/** The same for the open canvas, where there is something to say: an account dragged out of its organization leaves it. */
export function canvasVerdict(model: Model, dragged: EntityId): DropVerdict | undefined {
  const what = entityById(model, dragged)
  if (what?.kind !== 'account' || !what.ou || what.management) return undefined
  const lost = what.attachedPolicies.flatMap(id => {
    const policy = model.policies[id]
    return policy && policy.account !== 'aws' ? [policy.name] : []
  })
  const command: Command = { type: 'RemoveAccountFromOrganization', account: what.id }
  const verb = `Take ${what.name} out of the organization`
  return {
    ok: true,
    verb,
    command,
    lands: true,
    ...(lost.length > 0 && {
      ask: {
        title: `${verb}?`,
        points: lost.map(name => `${name} is detached from ${what.name}`),
        choices: [{ label: 'Take it out', command }],
      },
    }),
  }
}
