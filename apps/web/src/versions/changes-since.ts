import { type AccessChange, COLLECTIONS, type Collection, compareAccess, type Model } from '@iam-canvas/core'
import { count } from '../canvas/node-names.ts'
import { accessOf } from '../workspace/access.ts'
import type { WorkspaceDocument } from '../workspace/document.ts'
import { pinsOf } from '../workspace/document.ts'
import { modelDiff } from './model-diff.ts'

export interface ChangesSince {
  /** "2 users added, 1 policy changed", in the order of the collections; empty when the models are the same. */
  readonly records: readonly string[]
  /** Access that is there now and was not then, and the other way round. Absent where deciding both would take long. */
  readonly access?: AccessChange
}

/** More pairs than this are not decided for a list. */
const mostPairs = 20_000

const nouns: Readonly<Record<Collection, readonly [one: string, many: string]>> = {
  accounts: ['account', 'accounts'],
  ous: ['OU', 'OUs'],
  users: ['user', 'users'],
  groups: ['group', 'groups'],
  roles: ['role', 'roles'],
  policies: ['policy', 'policies'],
  resources: ['resource', 'resources'],
  externals: ['outside principal', 'outside principals'],
}

/** What has changed from one document to another: records, and the access that follows from them. */
export function changesSince(then: WorkspaceDocument, now: WorkspaceDocument): ChangesSince {
  const records = changedRecords(then.model, now.model)
  if (pairsIn(then) > mostPairs || pairsIn(now) > mostPairs) return { records }
  // Both in the request that is asked about now, or the difference would be that of the requests.
  const pins = pinsOf(now)
  const access = compareAccess(accessOf(then.model, pins), accessOf(now.model, pins))
  return { records, access }
}

/** "2 users added", "1 policy changed", in the order of the collections. */
export function changedRecords(then: Model, now: Model): readonly string[] {
  const diff = modelDiff(then, now)
  const records = COLLECTIONS.flatMap(collection => {
    const own = diff.filter(change => change.collection === collection)
    const [one, many] = nouns[collection]
    const said = (n: number, verb: string) => (n === 0 ? [] : [`${count(n, one, many)} ${verb}`])
    // A record that only moved is taken out and put in again.
    const added = new Set(own.flatMap(change => ('id' in change && !change.before ? [change.id] : [])))
    const removed = new Set(own.flatMap(change => ('id' in change && !change.after ? [change.id] : [])))
    return [
      ...said([...added].filter(id => !removed.has(id)).length, 'added'),
      ...said([...removed].filter(id => !added.has(id)).length, 'removed'),
      ...said(
        own.filter(change => change.before !== undefined && change.after !== undefined).length,
        'changed',
      ),
    ]
  })
  return then.name === now.name ? records : [`renamed to "${now.name}"`, ...records]
}

function pairsIn({ model }: WorkspaceDocument): number {
  const size = (records: object) => Object.keys(records).length
  return (size(model.users) + size(model.roles)) * size(model.resources)
}
