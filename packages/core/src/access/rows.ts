import type { AccountNumber, Model } from '../model/records.ts'
import { serviceControlApplies } from './applies.ts'
import { addAll, type Bits, bitsFor, clearBit, hasBit, keepOnly, removeAll, setBit } from './bitset.ts'
import type { Cells } from './cells.ts'
import type { CompiledStatement } from './compile.ts'
import type { MatrixQuestion, Row, RowInput } from './matrix.ts'
import { evaluate } from './evaluate.ts'
import { gather } from './gather.ts'
import { createStatementBits } from './statement-bits.ts'
import type { Decision } from './trace.ts'
import type { PolicyInSet } from './trace-statement.ts'

export function sameInput(one: RowInput, other: RowInput): boolean {
  if (one === other) return true
  return (
    one.arn === other.arn &&
    one.account === other.account &&
    one.tags === other.tags &&
    samePolicies(one.identity, other.identity) &&
    one.boundary?.compiled === other.boundary?.compiled &&
    sameLevels(one.serviceControl, other.serviceControl)
  )
}

const samePolicies = (one: readonly PolicyInSet[], other: readonly PolicyInSet[]): boolean =>
  one.length === other.length && one.every(({ compiled }, index) => compiled === other[index]?.compiled)

function sameLevels(one: RowInput['serviceControl'], other: RowInput['serviceControl']): boolean {
  if (!one || !other) return one === other
  return one.length === other.length && one.every((level, index) => samePolicies(level, other[index] ?? []))
}

/** Allow and Deny of a policy set: for sure, and hanging on context. */
interface SetBits {
  readonly allow: Bits
  readonly maybeAllow: Bits
  readonly deny: Bits
  readonly maybeDeny: Bits
}

/** Computes rows over one set of cells. Follows the fold of `fold.ts` with sets of cells in place of single answers. */
export function createRows(cells: Cells, question: MatrixQuestion) {
  const bitsOf = createStatementBits(cells, question)

  return (input: RowInput, model: Model): Row => {
    const contexts = bitsOf.contextsFor(input, model)
    const setBits = (policies: readonly PolicyInSet[]): SetBits => {
      const set = emptySet(cells.size)
      for (const { compiled } of policies)
        for (const statement of compiled.statements) addStatement(set, statement, contexts)
      return set
    }
    const addStatement = (set: SetBits, statement: CompiledStatement, own: typeof contexts) => {
      const { sure, maybe } = bitsOf.statement(statement, own)
      const allows = statement.statement.effect === 'Allow'
      addAll(allows ? set.allow : set.deny, sure)
      if (maybe) addAll(allows ? set.maybeAllow : set.maybeDeny, maybe)
    }
    const identity = setBits(input.identity)
    const limits = [
      ...(input.boundary ? [setBits([input.boundary])] : []),
      ...(input.serviceControl && boundByControls(input, model) ? input.serviceControl.map(setBits) : []),
    ]
    const row = combine(cells, input, identity, limits)
    decideSpecial(cells, question, input, model, row)
    return row
  }
}

const emptySet = (size: number): SetBits => ({
  allow: bitsFor(size),
  maybeAllow: bitsFor(size),
  deny: bitsFor(size),
  maybeDeny: bitsFor(size),
})

/** Whether SCPs bind this caller at all is the same for every cell. [D10] */
function boundByControls(input: RowInput, model: Model): boolean {
  const { request } = gather(model, { principal: input.arn, action: 'sts:AssumeRole', resource: '*' })
  return serviceControlApplies(request) === true
}

function combine(cells: Cells, { account }: RowInput, identity: SetBits, limits: readonly SetBits[]): Row {
  const { size } = cells
  const allow = identity.allow
  // `possible`: what would be allowed if every unknown key had the value that allows.
  const possible = bitsFor(size)
  addAll(possible, allow)
  addAll(possible, identity.maybeAllow)
  const { deny, maybeDeny } = identity
  for (const limit of limits) {
    const couldAllow = bitsFor(size)
    addAll(couldAllow, limit.allow)
    addAll(couldAllow, limit.maybeAllow)
    keepOnly(allow, limit.allow)
    keepOnly(possible, couldAllow)
    addAll(deny, limit.deny)
    addAll(maybeDeny, limit.maybeDeny)
  }
  // Across accounts nothing is granted without a resource policy, and cells that have one are special. [D5]
  const own = ownCells(cells, account)
  keepOnly(allow, own)
  keepOnly(possible, own)
  removeAll(allow, deny)
  removeAll(possible, deny)
  removeAll(allow, maybeDeny)
  const depends = possible
  removeAll(depends, allow)
  return { allow, deny, depends }
}

/** The cells of the principal's own account, and those whose account nobody knows. [D4] */
function ownCells(cells: Cells, account: AccountNumber): Bits {
  const own = bitsFor(cells.size)
  for (const key of [account, undefined]) {
    const bits = cells.allOf.get(key)
    if (bits) addAll(own, bits)
  }
  return own
}

/** The few cells that bits alone cannot decide are asked one by one. */
function decideSpecial(cells: Cells, question: MatrixQuestion, input: RowInput, model: Model, row: Row) {
  if (!cells.hasSpecial) return
  for (const { target, actions } of cells.prepared) {
    for (let index = 0; index < actions.length; index++) {
      const cell = target.offset + index
      if (!hasBit(cells.special, cell)) continue
      const { request, sets } = gather(model, {
        principal: input.holder,
        action: target.actions[index] ?? '',
        resource: target.arn,
        ...(question.context && { context: question.context }),
        ...(question.missingKeys && { missingKeys: question.missingKeys }),
      })
      put(row, cell, evaluate(request, sets).decision)
    }
  }
}

function put({ allow, deny, depends }: Row, cell: number, decision: Decision) {
  for (const bits of [allow, deny, depends]) clearBit(bits, cell)
  if (decision === 'Allow') setBit(allow, cell)
  if (decision === 'ExplicitDeny') setBit(deny, cell)
  if (decision === 'DependsOnContext') setBit(depends, cell)
}
