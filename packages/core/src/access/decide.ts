import { arnOf } from '../model/entity-arn.ts'
import type { Model, PrincipalId, Role, User } from '../model/records.ts'
import { hasBit } from './bitset.ts'
import { type Cells, prepareCells } from './cells.ts'
import type { AccessMatrix, MatrixQuestion, Row, RowInput } from './matrix.ts'
import { createRows, sameInput } from './rows.ts'
import { rowInput } from './row-input.ts'
import type { Decision } from './trace.ts'

interface Remembered {
  readonly question: MatrixQuestion
  readonly cells: Cells
  readonly cellsOf: readonly unknown[]
  readonly rows: ReadonlyMap<PrincipalId, { readonly input: RowInput; readonly row: Row }>
  readonly computeRow: (input: RowInput, model: Model) => Row
}

const remembered = new WeakMap<AccessMatrix, Remembered>()

/**
 * Decides everything at once. Given the matrix of the model before, only what changed is decided again: the rows whose
 * policies, tags or account are other ones, or all of them when the targets or resources changed. Equal to asking
 * `explain` for each cell.
 */
export function decide(model: Model, question: MatrixQuestion, previous?: AccessMatrix): AccessMatrix {
  const before = previous && remembered.get(previous)
  const cellsOf = [model.resources, model.organization, model.accounts, model.ous]
  const keep =
    before && sameQuestion(before, question) && cellsOf.every((part, index) => part === before.cellsOf[index])
  const cells = keep ? before.cells : prepareCells(model, question.targets)
  const computeRow = keep ? before.computeRow : createRows(cells, question)

  const rows = new Map<PrincipalId, { readonly input: RowInput; readonly row: Row }>()
  for (const holder of principalsOf(model)) {
    const input = rowInput(model, holder)
    const known = keep ? before.rows.get(holder.id) : undefined
    const row = known && sameInput(known.input, input) ? known.row : computeRow(input, model)
    rows.set(holder.id, { input, row })
  }

  const matrix: AccessMatrix = {
    principals: [...rows.keys()],
    targets: cells.targets,
    size: cells.size,
    decisionAt: (principal, cell) => decisionIn(rows.get(principal)?.row, cell),
    rowOf: principal => rows.get(principal)?.row,
  }
  remembered.set(matrix, { question, cells, cellsOf, rows, computeRow })
  return matrix
}

const principalsOf = (model: Model): readonly (User | Role)[] =>
  [...Object.values(model.users), ...Object.values(model.roles)].filter(
    ({ id }) => arnOf(model, id) !== undefined,
  )

const sameQuestion = ({ question }: Remembered, { targets, context, missingKeys }: MatrixQuestion): boolean =>
  question.targets === targets && question.context === context && question.missingKeys === missingKeys

function decisionIn(row: Row | undefined, cell: number): Decision {
  if (!row) return 'ImplicitDeny'
  if (hasBit(row.allow, cell)) return 'Allow'
  if (hasBit(row.deny, cell)) return 'ExplicitDeny'
  return hasBit(row.depends, cell) ? 'DependsOnContext' : 'ImplicitDeny'
}
