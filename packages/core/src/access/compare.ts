import { type Bits, countBits, hasBit } from './bitset.ts'
import type { CellTarget } from './cells.ts'
import type { AccessMatrix, Row } from './matrix.ts'

export interface AccessChange {
  /** Answers that became Allow. */
  readonly gained: number
  /** Answers that ceased to be Allow. */
  readonly lost: number
}

const counted = new WeakMap<
  Row,
  { readonly allow: number; readonly deny: number; readonly depends: number }
>()

/** How many answers of a row are of each kind; the rest are implicit denies. Remembered: rows live on unchanged. */
export function countAnswersIn(row: Row) {
  let counts = counted.get(row)
  if (!counts) {
    counts = { allow: countBits(row.allow), deny: countBits(row.deny), depends: countBits(row.depends) }
    counted.set(row, counts)
  }
  return counts
}

/** How many (principal, action, target) answers two matrices differ in. */
export function compareAccess(before: AccessMatrix, after: AccessMatrix): AccessChange {
  if (before === after) return { gained: 0, lost: 0 }
  return before.targets === after.targets ? compareRows(before, after) : compareCells(before, after)
}

/** The same cells: rows are compared word by word, and rows that were kept not at all. */
function compareRows(before: AccessMatrix, after: AccessMatrix): AccessChange {
  let gained = 0
  let lost = 0
  for (const principal of new Set([...before.principals, ...after.principals])) {
    const old = before.rowOf(principal)?.allow
    const now = after.rowOf(principal)?.allow
    if (old === now) continue
    const both = old && now ? countBits(old.map((word, index) => word & (now[index] ?? 0))) : 0
    gained += countOf(now) - both
    lost += countOf(old) - both
  }
  return { gained, lost }
}

const countOf = (bits: Bits | undefined) => (bits ? countBits(bits) : 0)

/** Other cells: those that both matrices have are compared one by one, the others are gained or lost. */
function compareCells(before: AccessMatrix, after: AccessMatrix): AccessChange {
  const { old, now } = sharedCells(before.targets, after.targets)
  let gained = 0
  let lost = 0
  for (const principal of new Set([...before.principals, ...after.principals])) {
    const was = before.rowOf(principal)?.allow
    const is = after.rowOf(principal)?.allow
    let both = 0
    if (was && is) {
      for (let at = 0; at < old.length; at++) {
        if (hasBit(was, old[at] ?? 0) && hasBit(is, now[at] ?? 0)) both++
      }
    }
    gained += countOf(is) - both
    lost += countOf(was) - both
  }
  return { gained, lost }
}

/** The places that the same question, an action on an ARN, has in both. */
function sharedCells(before: readonly CellTarget[], after: readonly CellTarget[]) {
  const twins = new Map(before.map(target => [target.arn, target]))
  const old: number[] = []
  const now: number[] = []
  for (const { arn, actions, offset } of after) {
    const twin = twins.get(arn)
    if (!twin) continue
    actions.forEach((action, index) => {
      const at = twin.actions[index] === action ? index : twin.actions.indexOf(action)
      if (at < 0) return
      old.push(twin.offset + at)
      now.push(offset + index)
    })
  }
  return { old, now }
}
