import type { Model } from '../model/records.ts'
import { addAll, type Bits, bitsFor, keepOnly, setBit } from './bitset.ts'
import { callerOf } from './caller.ts'
import type { Cells, PreparedTarget } from './cells.ts'
import type { CompiledStatement } from './compile.ts'
import { createContext, type RequestContext } from './context.ts'
import { traceCondition } from './match-condition.ts'
import { contextFromModel } from './model-context.ts'
import { all } from './outcome.ts'
import type { MatrixQuestion, RowInput } from './matrix.ts'
import { createReaches, type Reach } from './statement-masks.ts'
import type { Outcome } from './trace.ts'
import { variableKeys } from './variables.ts'

/** What a request says of the resource it asks for: cells with the same have the same context. */
type ResourceSide = Pick<PreparedTarget, 'owner' | 'account'>

/** One principal's context for each group of cells in which it can differ. */
export interface RowContexts {
  readonly of: (side: ResourceSide) => RequestContext
}

/** For what does not differ from resource to resource. */
const anywhere: ResourceSide = { owner: undefined, account: undefined }

/** The part of a statement's cells that it matches for one principal, with its conditions and variables. */
export function createStatementBits(cells: Cells, question: MatrixQuestion) {
  const reachOf = createReaches(cells)
  const sides = cellsBySide(cells)

  const contextsFor = (input: RowInput, model: Model): RowContexts => {
    const caller = callerOf(input.arn)
    const known = new Map<ResourceSide, RequestContext>()
    const holder = holderRecord(model, input)
    return {
      of(side) {
        let context = known.get(side)
        if (!context) {
          const { owner, account: resourceAccount } = side
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
          known.set(side, context)
        }
        return context
      },
    }
  }

  const statement = (compiled: CompiledStatement, contexts: RowContexts): Reach => {
    const perSide = namesResource(compiled)
    const reach =
      perSide && hasVariables(compiled)
        ? reachBySide(compiled, contexts)
        : reachOf(compiled, contexts.of(anywhere))
    if (compiled.conditions.length === 0) return reach
    if (!perSide) return withCondition(reach, outcomeIn(compiled, contexts.of(anywhere)), cells.size)
    return conditionBySide(compiled, reach, contexts)
  }

  const reachBySide = (compiled: CompiledStatement, contexts: RowContexts): Reach => {
    const sure = bitsFor(cells.size)
    const maybe = bitsFor(cells.size)
    for (const [side, mask] of sides) {
      const reach = reachOf(compiled, contexts.of(side))
      addMasked(sure, reach.sure, mask)
      if (reach.maybe) addMasked(maybe, reach.maybe, mask)
    }
    return { sure, maybe }
  }

  const conditionBySide = (compiled: CompiledStatement, reach: Reach, contexts: RowContexts): Reach => {
    const sure = bitsFor(cells.size)
    const maybe = bitsFor(cells.size)
    for (const [side, mask] of sides) {
      const one = withCondition(reach, outcomeIn(compiled, contexts.of(side)), cells.size)
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

function cellsBySide({ prepared, size }: Cells): ReadonlyMap<ResourceSide, Bits> {
  const known = new Map<string, ResourceSide>()
  const cells = new Map<ResourceSide, Bits>()
  for (const { owner, account, target } of prepared) {
    const name = `${account ?? ''} ${owner?.id ?? ''}`
    const side = known.get(name) ?? { owner, account }
    known.set(name, side)
    const bits = cells.get(side) ?? bitsFor(size)
    cells.set(side, bits)
    for (let cell = target.offset; cell < target.offset + target.actions.length; cell++) setBit(bits, cell)
  }
  return cells
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
