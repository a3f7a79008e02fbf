import type { PrincipalId } from '../model/records.ts'
import { hasBit } from './bitset.ts'
import type { CellTarget } from './cells.ts'
import type { AccessMatrix, Row } from './matrix.ts'
import type { Decision } from './trace.ts'

/** A matrix over rows that are there already: those just decided, or those that another thread decided and sent. */
export function matrixOfRows(
  rows: ReadonlyMap<PrincipalId, Row>,
  targets: readonly CellTarget[],
  size: number,
): AccessMatrix {
  return {
    principals: [...rows.keys()],
    targets,
    size,
    decisionAt: (principal, cell) => decisionIn(rows.get(principal), cell),
    rowOf: principal => rows.get(principal),
  }
}

function decisionIn(row: Row | undefined, cell: number): Decision {
  if (!row) return 'ImplicitDeny'
  if (hasBit(row.allow, cell)) return 'Allow'
  if (hasBit(row.deny, cell)) return 'ExplicitDeny'
  return hasBit(row.depends, cell) ? 'DependsOnContext' : 'ImplicitDeny'
}
