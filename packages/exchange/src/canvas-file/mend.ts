import {
  type Account,
  type AccountNumber,
  emptyModel,
  type Model,
  type OrganizationalUnit,
  type OuId,
  type PolicyId,
  recordIn,
} from '@iam-canvas/core'
import { counted, Findings, fits, type Sentence } from '../report-line.ts'

const NOTES = {
  'unreadable-record': n =>
    `${counted(n, 'record')} ${fits(n, 'is', 'are')} damaged and ${fits(n, 'was', 'were')} left out.`,
  'dangling-group': n =>
    `${counted(n, 'membership')} in a group that is not in the file ${fits(n, 'was', 'were')} dropped.`,
  'dangling-policy': n =>
    `${counted(n, 'attachment')} of a policy that is not in the file ${fits(n, 'was', 'were')} dropped.`,
  'dangling-boundary': n =>
    `${counted(n, 'permissions boundary')} that ${fits(n, 'is', 'are')} not in the file ${fits(n, 'was', 'were')} dropped: ${fits(n, 'its holder is', 'their holders are')} no longer limited by ${fits(n, 'it', 'them')}.`,
  'dangling-role': n => `${counted(n, 'resource')} ran as a role that is not in the file.`,
  'dangling-ou': n =>
    `${counted(n, 'account or OU')} stood in an OU that is not in the file, and ${fits(n, 'was', 'were')} moved to the root.`,
  'ou-cycle': n =>
    `${counted(n, 'OU')} stood inside ${fits(n, 'itself', 'themselves')}, and ${fits(n, 'was', 'were')} moved to the root.`,
  'second-root': n => `${counted(n, 'OU')} without a parent ${fits(n, 'was', 'were')} moved to the root.`,
  'no-organization': n => `${counted(n, 'OU')} without an organization ${fits(n, 'was', 'were')} left out.`,
  'no-root': () => 'The organization had no root; one was added.',
  'missing-account': n =>
    `${counted(n, 'account')} ${fits(n, 'was', 'were')} missing and ${fits(n, 'has', 'have')} been added.`,
  'same-account': n =>
    `${counted(n, 'account')} ${fits(n, 'has', 'have')} the number of another one, and ${fits(n, 'was', 'were')} left out.`,
} satisfies Record<string, Sentence>

export type NoteCode = keyof typeof NOTES
export type Notes = Findings<NoteCode>
export const newNotes = (): Notes => new Findings(NOTES)

/** A model in which every id points at something, every account is there, and the OUs are one tree. */
export function mended(model: Model, notes: Notes): Model {
  const treed = withOneTree(model, notes)
  return withAccounts(
    {
      ...treed,
      users: mapped(treed.users, user => ({
        ...attached(treed, user, notes),
        groups: known(
          user.groups,
          id => recordIn(treed, 'groups', id) !== undefined,
          'dangling-group',
          notes,
        ),
      })),
      groups: mapped(treed.groups, group => attached(treed, group, notes)),
      roles: mapped(treed.roles, role => attached(treed, role, notes)),
      accounts: mapped(treed.accounts, account => attached(treed, account, notes)),
      ous: mapped(treed.ous, ou => attached(treed, ou, notes)),
      resources: mapped(treed.resources, resource => {
        const { runsAs, ...idle } = resource
        if (runsAs === undefined || recordIn(treed, 'roles', runsAs)) return resource
        notes.add('dangling-role', `${resource.name}: ${runsAs}`)
        return idle
      }),
    },
    notes,
  )
}

type Holder = { readonly attachedPolicies: readonly PolicyId[]; readonly permissionsBoundary?: PolicyId }

function attached<H extends Holder>(model: Model, holder: H, notes: Notes): H {
  const there = (id: string): boolean => recordIn(model, 'policies', id) !== undefined
  const kept = {
    ...holder,
    attachedPolicies: known(holder.attachedPolicies, there, 'dangling-policy', notes),
  }
  if (kept.permissionsBoundary === undefined || there(kept.permissionsBoundary)) return kept
  notes.add('dangling-boundary', kept.permissionsBoundary)
  const { permissionsBoundary: _, ...unbound } = kept
  // Only the optional boundary is left out, so it is still the same kind of holder.
  return unbound as unknown as H
}

/** Each id once, and only those that are there. */
function known<I extends string>(
  ids: readonly I[],
  there: (id: I) => boolean,
  code: NoteCode,
  notes: Notes,
): readonly I[] {
  return [...new Set(ids)].filter(id => {
    if (there(id)) return true
    notes.add(code, id)
    return false
  })
}

function withOneTree(model: Model, notes: Notes): Model {
  const ous = Object.values(model.ous)
  if (!model.organization) {
    for (const ou of ous) notes.add('no-organization', ou.name)
    return {
      ...model,
      ous: {},
      accounts: mapped(model.accounts, outsideOrganization),
    }
  }
  const root = ous.find(ou => !ou.parent) ?? newRoot(model, notes)
  const tree: Record<OuId, OrganizationalUnit> = Object.hasOwn(model.ous, root.id) ? {} : { [root.id]: root }
  for (const ou of ous) tree[ou.id] = ou === root ? ou : { ...ou, parent: parentOf(model, ou, root, notes) }
  // Whoever does not reach the root goes round in a circle. Moving one of the circle frees the others.
  const connected = new Set<OuId>([root.id])
  for (const ou of ous) {
    if (connects(tree, ou.id, connected)) continue
    notes.add('ou-cycle', ou.name)
    tree[ou.id] = { ...ou, parent: root.id }
    connected.add(ou.id)
  }
  return {
    ...model,
    ous: tree,
    accounts: mapped(model.accounts, account => {
      if (account.ou === undefined || Object.hasOwn(tree, account.ou)) return account
      notes.add('dangling-ou', account.name)
      return { ...account, ou: root.id }
    }),
  }
}

function outsideOrganization(account: Account): Account {
  const { ou: _ou, management: _management, ...outside } = account
  return outside
}

function parentOf(model: Model, ou: OrganizationalUnit, root: OrganizationalUnit, notes: Notes): OuId {
  if (ou.parent !== undefined && recordIn(model, 'ous', ou.parent)) return ou.parent
  notes.add(ou.parent === undefined ? 'second-root' : 'dangling-ou', ou.name)
  return root.id
}

function newRoot(model: Model, notes: Notes): OrganizationalUnit {
  notes.add('no-root')
  let id: OuId = 'ou:root'
  while (Object.hasOwn(model.ous, id)) id = `${id}-new`
  return { kind: 'ou', id, name: 'Root', attachedPolicies: [] }
}

/** Whether an OU's parents lead to one that is connected; they all are then. */
function connects(
  tree: Readonly<Record<OuId, OrganizationalUnit>>,
  from: OuId,
  connected: Set<OuId>,
): boolean {
  const path = new Set<OuId>()
  let at: OuId | undefined = from
  while (at !== undefined && !connected.has(at) && !path.has(at)) {
    path.add(at)
    at = tree[at]?.parent
  }
  if (at === undefined || !connected.has(at)) return false
  for (const id of path) connected.add(id)
  return true
}

/** Every account that something lives in, each number once, and at least one. */
function withAccounts(model: Model, notes: Notes): Model {
  const accounts: Record<Account['id'], Account> = {}
  const numbers = new Set<AccountNumber>()
  for (const account of Object.values(model.accounts)) {
    if (numbers.has(account.account)) notes.add('same-account', account.name)
    else accounts[account.id] = account
    numbers.add(account.account)
  }
  const living = [model.users, model.groups, model.roles, model.policies, model.resources].flatMap(records =>
    Object.values<{ readonly account: AccountNumber }>(records),
  )
  const wanted = living.length === 0 && numbers.size === 0 ? Object.values(emptyModel().accounts) : living
  for (const { account } of wanted) {
    if (account === 'aws' || numbers.has(account)) continue
    notes.add('missing-account', account)
    numbers.add(account)
    let id: Account['id'] = `account:${account}`
    while (Object.hasOwn(accounts, id)) id = `${id}-new`
    accounts[id] = { kind: 'account', id, account, name: `Account ${account}`, attachedPolicies: [] }
  }
  return { ...model, accounts }
}

function mapped<I extends string, R>(
  records: Readonly<Record<I, R>>,
  change: (record: R) => R,
): Readonly<Record<I, R>> {
  const changed: Record<string, R> = {}
  for (const [id, record] of Object.entries<R>(records)) changed[id] = change(record)
  return changed as Readonly<Record<I, R>>
}
