import { type Bits, countBits } from './bitset.ts'
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

function compareCells(before: AccessMatrix, after: AccessMatrix): AccessChange {
  const old = allowedCells(before)
  const now = allowedCells(after)
  let both = 0
  for (const cell of now) if (old.has(cell)) both++
  return { gained: now.size - both, lost: old.size - both }
}

function allowedCells(matrix: AccessMatrix): Set<string> {
  const allowed = new Set<string>()
  for (const principal of matrix.principals) {
    for (const { arn, actions, offset } of matrix.targets) {
      for (const [index, action] of actions.entries()) {
        if (matrix.decisionAt(principal, offset + index) === 'Allow')
          allowed.add(`${principal} ${action} ${arn}`)
      }
    }
  }
  return allowed
}
