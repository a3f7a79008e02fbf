import { collectionOf, type RecordOf, recordsIn } from './collections.ts'
import { sameName } from './names.ts'
import type { AccountNumber, EntityId, EntityKind, Model } from './records.ts'

type IdOfKind<K extends EntityKind> = Extract<EntityId, `${K}:${string}`>

const LONGEST_NAME: Readonly<Record<EntityKind, number>> = {
  user: 64,
  group: 128,
  role: 64,
  policy: 128,
  resource: 128,
  account: 128,
  ou: 128,
  external: 128,
}

/**
 * A name for something new that every rule accepts: the base itself, or with `-2`, `-3`, … Characters that IAM does
 * not take become `-`. Names are compared within the account, if one is given, otherwise within the whole model.
 */
export function freeName(model: Model, kind: EntityKind, base: string, account?: AccountNumber): string {
  const stem = nameFrom(kind, base)
  const records: readonly RecordOf[keyof RecordOf][] = recordsIn(model, collectionOf(kind))
  const taken = records.filter(
    record => account === undefined || !('account' in record) || record.account === account,
  )
  return numbered(stem, LONGEST_NAME[kind], name => !taken.some(record => sameName(record.name, name)))
}

/** An id that nothing in the model has: the kind, a colon, the name, and a number if need be. */
export function freeId<K extends EntityKind>(model: Model, kind: K, name: string): IdOfKind<K> {
  const records: Readonly<Record<string, unknown>> = model[collectionOf(kind)]
  const id = numbered(`${kind}:${name || kind}`, 600, candidate => !Object.hasOwn(records, candidate))
  // Built from the kind just above.
  return id as IdOfKind<K>
}

function nameFrom(kind: EntityKind, base: string): string {
  const iam = kind === 'user' || kind === 'group' || kind === 'role' || kind === 'policy'
  const allowed = iam ? base.replace(/[^\w+=,.@-]+/g, '-') : base.trim()
  return allowed === '' ? kind : allowed
}

function numbered(stem: string, longest: number, free: (name: string) => boolean): string {
  const plain = stem.slice(0, longest)
  if (free(plain)) return plain
  for (let count = 2; ; count += 1) {
    const end = `-${count}`
    const name = `${stem.slice(0, longest - end.length)}${end}`
    if (free(name)) return name
  }
}
