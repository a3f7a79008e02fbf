import type { AccountNumber, Model, PrincipalId, Role, User } from '../model/records.ts'
import { type Controls, controlsOf, sameControls } from './controls.ts'
import { matrixOfRows } from './matrix-of-rows.ts'
import type { AccessMatrix, MatrixQuestion, RowInput } from './matrix.ts'
import { type AskedContext, askedContext, changedKeys, isResourceKey } from './question-context.ts'
import { type ResourceSide, resourceSide } from './resource-side.ts'
import { rowInput, sameInput } from './row-input.ts'
import { createRows, type DecidedRow } from './rows.ts'
import { sameList } from './same-list.ts'
import { createStatementBits, type StatementBits } from './statement-bits.ts'

interface KeptRow extends DecidedRow {
  readonly input: RowInput
  readonly controls: Controls
}

interface Remembered {
  readonly model: Pick<Model, 'organization' | 'accounts' | 'ous'>
  readonly side: ResourceSide
  readonly asked: AskedContext
  readonly controls: ReadonlyMap<AccountNumber, Controls>
  /** The controls of the accounts that the cells are in: their RCPs bind everybody. */
  readonly outer: readonly Controls[]
  readonly rows: ReadonlyMap<PrincipalId, KeptRow>
  readonly statementBitsIn: ReturnType<typeof createStatementBits>
  readonly statementBits: StatementBits
  readonly decideRow: ReturnType<typeof createRows>
}

const remembered = new WeakMap<AccessMatrix, Remembered>()
/** The last matrix for a question: whoever asks the same object again need not hand it in. */
const lastFor = new WeakMap<MatrixQuestion, Remembered>()

/**
 * Decides everything at once. Given the matrix of the model before, or asked the same question object again, only what
 * can have changed is decided again: the rows whose policies, account or organization are other ones, and of a changed
 * context key or tag only the rows that read it. Equal to asking `explain` for each cell.
 */
export function decide(model: Model, question: MatrixQuestion, previous?: AccessMatrix): AccessMatrix {
  const before = (previous && remembered.get(previous)) ?? lastFor.get(question)
  const now = askedContext(question.context, question.missingKeys)
  const told = before && changedKeys(before.asked, now)
  const sameKeys = before?.asked.missingKeys === now.missingKeys
  const asked = before && sameKeys && told?.size === 0 ? before.asked : now
  const side = resourceSide(model, question.targets, before?.side)
  const { cells, regions, contexts } = side
  const old = before?.side.cells === cells ? before : undefined
  const sameContexts = old?.side.contexts === contexts
  const statementBitsIn = old?.statementBitsIn ?? createStatementBits()
  const statementBits = sameContexts ? old.statementBits : statementBitsIn(contexts)
  const decideRow = old?.decideRow ?? createRows(cells)
  const controls = new Map<AccountNumber, Controls>()
  const controlsFor = (account: AccountNumber): Controls => {
    let found = controls.get(account)
    if (!found) {
      const was = before?.controls.get(account)
      found = controlsOf(model, account)
      if (was && sameControls(was, found)) found = was
      controls.set(account, found)
    }
    return found
  }
  const outer = [...cells.allOf.keys()].flatMap(account =>
    account === undefined ? [] : controlsFor(account),
  )
  const known = old && old.side.regions === regions && sameList(old.outer, outer) ? old.rows : undefined
  const everything = !sameKeys || !sameOrganization(before?.model, model)
  const changed = (key: string) =>
    everything || told?.has(key) === true || (!sameContexts && isResourceKey(key))
  const setting = {
    asked,
    statementBits,
    regions,
    controlsOf: controlsFor,
    contextOf: (input: RowInput) => input.contextIn(model),
  }

  const rows = new Map<PrincipalId, KeptRow>()
  for (const holder of principalsOf(model)) {
    const input = rowInput(model, holder)
    const own = controlsFor(input.account)
    const kept = known?.get(holder.id)
    const keeps =
      kept?.controls === own &&
      sameInput(kept.input, input) &&
      !kept.reads.some(keys => keys.some(key => kept.input.holder !== holder || changed(key)))
    rows.set(holder.id, keeps ? { ...kept, input } : { ...decideRow(input, setting), input, controls: own })
  }

  const decided = new Map([...rows].map(([id, { row }]) => [id, row] as const))
  const matrix = matrixOfRows(decided, cells.targets, cells.size)
  const { organization, accounts, ous } = model
  const memory: Remembered = {
    model: { accounts, ous, ...(organization && { organization }) },
    side,
    asked,
    controls,
    outer,
    rows,
    statementBitsIn,
    statementBits,
    decideRow,
  }
  remembered.set(matrix, memory)
  lastFor.set(question, memory)
  return matrix
}

const sameOrganization = (one: Remembered['model'] | undefined, other: Model): boolean =>
  one?.organization === other.organization && one?.accounts === other.accounts && one?.ous === other.ous

const principalsOf = (model: Model): readonly (User | Role)[] => [
  ...Object.values(model.users),
  ...Object.values(model.roles),
]
