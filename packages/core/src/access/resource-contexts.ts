import type { Model, Resource } from '../model/records.ts'
import type { Cells, PreparedTarget } from './cells.ts'
import type { RequestContext } from './context.ts'
import { resourceContext } from './model-context.ts'

/** What requests say of the resources that they ask for. */
export interface ResourceContexts {
  /** Puts targets with the same values for these keys into one class, which is told by the context of one of them. */
  readonly classesBy: (keys: readonly string[]) => (target: PreparedTarget) => RequestContext | undefined
}

export function resourceContexts(
  model: Model,
  { prepared }: Cells,
  owners: readonly (Resource | undefined)[],
): ResourceContexts {
  let contexts: ReadonlyMap<PreparedTarget, RequestContext> | undefined
  const known = new Map<string, ReadonlyMap<RequestContext, RequestContext>>()

  const classes = (keys: readonly string[], all: ReadonlyMap<PreparedTarget, RequestContext>) => {
    const first = new Map<string, RequestContext>()
    const found = new Map<RequestContext, RequestContext>()
    for (const context of new Set(all.values())) {
      const values = JSON.stringify(keys.map(key => context.valueOf(key)))
      const same = first.get(values) ?? context
      first.set(values, same)
      found.set(context, same)
    }
    return found
  }

  return {
    classesBy(keys) {
      const all = (contexts ??= contextsOf(model, prepared, owners))
      const name = JSON.stringify(keys)
      let byContext = known.get(name)
      if (!byContext) known.set(name, (byContext = classes(keys, all)))
      return target => {
        const own = all.get(target)
        return own && byContext.get(own)
      }
    },
  }
}

/** One context for all targets of one owner in one account. It knows nothing of the caller. */
function contextsOf(
  model: Model,
  prepared: readonly PreparedTarget[],
  owners: readonly (Resource | undefined)[],
): ReadonlyMap<PreparedTarget, RequestContext> {
  const known = new Map<string, RequestContext>()
  return new Map(
    prepared.map((target, index) => {
      const owner = owners[index]
      const { account } = target
      const name = `${account ?? ''} ${owner?.id ?? ''}`
      let context = known.get(name)
      if (!context) {
        known.set(name, (context = resourceContext(model, owner, account)))
      }
      return [target, context]
    }),
  )
}
