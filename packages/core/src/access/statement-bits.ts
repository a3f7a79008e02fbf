import type { Model, Resource } from '../model/records.ts'
import { addAll, type Bits, bitsFor, keepOnly, setBit } from './bitset.ts'
import { callerOf } from './caller.ts'
import type { Cells } from './cells.ts'
import type { CompiledStatement } from './compile.ts'
import { createContext, type RequestContext } from './context.ts'
import { traceCondition } from './match-condition.ts'
import { contextFromModel } from './model-context.ts'
import { all } from './outcome.ts'
import type { MatrixQuestion, RowInput } from './matrix.ts'
import { createReaches, type Reach } from './statement-masks.ts'
import type { Outcome } from './trace.ts'
import { variableKeys } from './variables.ts'

/** One principal's context for each group of cells in which it can differ: by the resource that owns the target. */
export interface RowContexts {
  readonly of: (owner: Resource | undefined) => RequestContext
}

/** The part of a statement's cells that it matches for one principal, with its conditions and variables. */
export function createStatementBits(cells: Cells, question: MatrixQuestion) {
  const reachOf = createReaches(cells)
  const ownersCells = cellsByOwner(cells)

  const contextsFor = (input: RowInput, model: Model): RowContexts => {
    const caller = callerOf(input.arn)
    const known = new Map<Resource | undefined, RequestContext>()
    const holder = holderRecord(model, input)
    return {
      of(owner) {
        let context = known.get(owner)
        if (!context) {
          const resourceAccount = owner?.account
          const { values, absentPrefixes } = contextFromModel(model, {
            holder,
            callerAccount: input.account,
            owner,
            resourceAccount,
            given: question.context,
          })
          context = createContext(
            {
              principal: input.arn,
              context: values,
              absentPrefixes,
              missingKeys: question.missingKeys ?? 'unknown',
            },
            caller,
            resourceAccount,
          )
          known.set(owner, context)
        }
        return context
      },
    }
  }

  const statement = (compiled: CompiledStatement, contexts: RowContexts): Reach => {
    const perOwner = namesResource(compiled)
    const reach =
      perOwner && hasVariables(compiled)
        ? reachByOwner(compiled, contexts)
        : reachOf(compiled, contexts.of(undefined))
    if (compiled.conditions.length === 0) return reach
    if (!perOwner) return withCondition(reach, outcomeIn(compiled, contexts.of(undefined)), cells.size)
    return conditionByOwner(compiled, reach, contexts)
  }

  const reachByOwner = (compiled: CompiledStatement, contexts: RowContexts): Reach => {
    const sure = bitsFor(cells.size)
    const maybe = bitsFor(cells.size)
    for (const [owner, mask] of ownersCells) {
      const reach = reachOf(compiled, contexts.of(owner))
      addMasked(sure, reach.sure, mask)
      if (reach.maybe) addMasked(maybe, reach.maybe, mask)
    }
    return { sure, maybe }
  }

  const conditionByOwner = (compiled: CompiledStatement, reach: Reach, contexts: RowContexts): Reach => {
    const sure = bitsFor(cells.size)
    const maybe = bitsFor(cells.size)
    for (const [owner, mask] of ownersCells) {
      const one = withCondition(reach, outcomeIn(compiled, contexts.of(owner)), cells.size)
      addMasked(sure, one.sure, mask)
      if (one.maybe) addMasked(maybe, one.maybe, mask)
    }
    return { sure, maybe }
  }

  return { contextsFor, statement }
}

function holderRecord(model: Model, { holder }: RowInput) {
  return holder.startsWith('user:')
    ? model.users[holder as `user:${string}`]
    : model.roles[holder as `role:${string}`]
}

function cellsByOwner({ prepared, size }: Cells): ReadonlyMap<Resource | undefined, Bits> {
  const owners = new Map<Resource | undefined, Bits>()
  for (const { owner, target } of prepared) {
    const bits = owners.get(owner) ?? bitsFor(size)
    owners.set(owner, bits)
    for (let cell = target.offset; cell < target.offset + target.actions.length; cell++) setBit(bits, cell)
  }
  return owners
}

/** Whether some condition or variable of the statement can differ from resource to resource. */
const namesResource = ({ conditions, resources }: CompiledStatement): boolean =>
  [
    ...conditions.map(({ entry }) => entry.key),
    ...conditions.flatMap(({ values }) => values.flatMap(value => variableKeys(value.template))),
    ...resources.flatMap(({ end }) => variableKeys(end)),
  ].some(key => /^aws:(?:resource|requestedregion)/i.test(key))

const hasVariables = ({ resources }: CompiledStatement): boolean =>
  resources.some(({ end }) => end.plain === undefined)

const outcomeIn = ({ conditions }: CompiledStatement, context: RequestContext): Outcome =>
  all(conditions.map(condition => traceCondition(condition, context, '').outcome))

function withCondition({ sure, maybe }: Reach, outcome: Outcome, size: number): Reach {
  switch (outcome) {
    case 'matched':
      return { sure, maybe }
    case 'depends': {
      const all = bitsFor(size)
      addAll(all, sure)
      if (maybe) addAll(all, maybe)
      return { sure: bitsFor(size), maybe: all }
    }
    case 'failed':
    case 'unevaluated':
      return { sure: bitsFor(size), maybe: undefined }
  }
}

function addMasked(target: Bits, source: Bits, mask: Bits) {
  const part = source.slice()
  keepOnly(part, mask)
  addAll(target, part)
}
