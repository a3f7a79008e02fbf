import type { Draft } from './draft.ts'
import { identityOf } from './identity.ts'
import { firstAccount, iamNameProblem, knownAccountProblem, newIdProblem, pathProblem } from './names.ts'
import { type Problem, refuse } from './problem.ts'
import type { AccountNumber, Group, Role, User } from './records.ts'

type Placed = Pick<User | Group | Role, 'id' | 'name' | 'path' | 'account'>
type PlacedKind = 'user' | 'group' | 'role'

const COLLECTION = { user: 'users', group: 'groups', role: 'roles' } as const

/** Where a new user, group or role goes, all of it checked. */
export function place<I extends Placed['id']>(
  draft: Draft,
  kind: PlacedKind,
  id: I,
  asked: { readonly name: string; readonly path?: string; readonly account?: AccountNumber },
): { readonly placed: Placed & { readonly id: I } } | { readonly problem: Problem } {
  const path = asked.path ?? '/'
  const account = asked.account ?? firstAccount(draft) ?? ''
  const problem =
    newIdProblem(draft, kind, id) ??
    iamNameProblem(kind, asked.name) ??
    pathProblem(path) ??
    knownAccountProblem(draft, account) ??
    nameTakenProblem(draft, kind, account, asked.name)
  return problem ? { problem } : { placed: { id, name: asked.name, path, account } }
}

/** Gives a user, group or role another name or path. */
export function rename(
  draft: Draft,
  entity: User | Group | Role,
  asked: { readonly name?: string; readonly path?: string },
): Problem | undefined {
  const name = asked.name ?? entity.name
  const path = asked.path ?? entity.path
  const problem =
    (name === entity.name
      ? undefined
      : (iamNameProblem(entity.kind, name, entity.id) ??
        nameTakenProblem(draft, entity.kind, entity.account, name, entity.id))) ??
    (path === entity.path ? undefined : pathProblem(path, entity.id))
  if (problem) return problem
  draft.put({ ...entity, name, path })
  return undefined
}

/** `but` is the entity that wants the name itself: changing the case of one's own name is fine. */
export function nameTakenProblem(
  draft: Draft,
  kind: PlacedKind,
  account: AccountNumber,
  name: string,
  but?: string,
): Problem | undefined {
  const holder = draft.withIdentity(COLLECTION[kind], identityOf({ kind, account, name }), but)
  if (!holder) return undefined
  const hint = holder.name === name ? '' : ': IAM does not tell names apart by case'
  return refuse(
    'name-taken',
    `account ${account} already has a ${kind} named \`${holder.name}\`${hint}`,
    holder.id,
  )
}
