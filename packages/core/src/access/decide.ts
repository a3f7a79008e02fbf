import { arnOf } from '../model/entity-arn.ts'
import type { Model, PrincipalId, Role, User } from '../model/records.ts'
import { type Cells, prepareCells } from './cells.ts'
import { matrixOfRows } from './matrix-of-rows.ts'
import type { AccessMatrix, MatrixQuestion, Row, RowInput } from './matrix.ts'
import { createRows, sameInput } from './rows.ts'
import { rowInput } from './row-input.ts'

interface Remembered {
  readonly question: MatrixQuestion
  readonly cells: Cells
  readonly cellsOf: readonly unknown[]
  readonly elsewhere: readonly unknown[]
  readonly rows: ReadonlyMap<PrincipalId, { readonly input: RowInput; readonly row: Row }>
  readonly computeRow: (input: RowInput, model: Model) => Row
}

const remembered = new WeakMap<AccessMatrix, Remembered>()
/** The last matrix for a question: whoever asks the same object again need not hand it in. */
const lastFor = new WeakMap<MatrixQuestion, Remembered>()

/**
 * Decides everything at once. Given the matrix of the model before, or asked the same question object again, only what
 * changed is decided again: the rows whose policies, tags or account are other ones, or all of them when the targets,
 * resources, trust policies or RCPs changed. Equal to asking `explain` for each cell.
 */
export function decide(model: Model, question: MatrixQuestion, previous?: AccessMatrix): AccessMatrix {
  const before = (previous && remembered.get(previous)) ?? lastFor.get(question)
  const cellsOf = [model.resources, model.organization, model.accounts, model.ous]
  const keep =
    before && sameQuestion(before, question) && sameParts(before.cellsOf, cellsOf) ? before : undefined
  const cells = keep?.cells ?? prepareCells(model, question.targets)
  const computeRow = keep?.computeRow ?? createRows(cells, question)
  const elsewhere = cells.hasSpecial ? policiesOfOthers(model) : []
  const known = keep && sameParts(keep.elsewhere, elsewhere) ? keep.rows : undefined

  const rows = new Map<PrincipalId, { readonly input: RowInput; readonly row: Row }>()
  for (const holder of principalsOf(model)) {
    const input = rowInput(model, holder)
    const old = known?.get(holder.id)
    const row = old && sameInput(old.input, input) ? old.row : computeRow(input, model)
    rows.set(holder.id, { input, row })
  }

  const decided = new Map([...rows].map(([id, { row }]) => [id, row] as const))
  const matrix = matrixOfRows(decided, cells.targets, cells.size)
  const memory: Remembered = { question, cells, cellsOf, elsewhere, rows, computeRow }
  remembered.set(matrix, memory)
  lastFor.set(question, memory)
  return matrix
}

/** What special cells depend on beside a row's own input and the resources: trust policies [S2] and RCPs [D12]. */
const policiesOfOthers = (model: Model): readonly unknown[] => [
  ...Object.values(model.roles).flatMap(({ id, account, name, path, trustPolicy }) => [
    id,
    account,
    name,
    path,
    trustPolicy,
  ]),
  ...Object.values(model.policies).flatMap(({ id, purpose, text }) =>
    purpose === 'resource-control' ? [id, text] : [],
  ),
]

const sameParts = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((part, index) => part === other[index])

const principalsOf = (model: Model): readonly (User | Role)[] =>
  [...Object.values(model.users), ...Object.values(model.roles)].filter(
    ({ id }) => arnOf(model, id) !== undefined,
  )

const sameQuestion = ({ question }: Remembered, { targets, context, missingKeys }: MatrixQuestion): boolean =>
  question.targets === targets && question.context === context && question.missingKeys === missingKeys
