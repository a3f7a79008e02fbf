import { type KeyValue, type RequestContext, tell } from './context.ts'
import type { MatrixQuestion } from './matrix.ts'

/** What a question tells of its request, over what callers and resources have by themselves. */
export interface AskedContext {
  readonly told: ReadonlyMap<string, KeyValue>
  readonly missingKeys: 'absent' | 'unknown'
  /** The context in which it is asked of someone who has `own` keys. What is told always wins. */
  readonly over: (own: RequestContext) => RequestContext
}

export function askedContext({ context, missingKeys = 'unknown' }: MatrixQuestion): AskedContext {
  const told = tell(new Map(), context)
  return {
    told,
    missingKeys,
    over: own => ({
      valueOf(key) {
        const value = told.get(key.toLowerCase()) ?? own.valueOf(key)
        return value.state === 'unknown' ? { state: missingKeys } : value
      },
    }),
  }
}

/** Whether a key can have another value than before, in lower case. */
export function changedKeys(before: AskedContext, now: AskedContext): (key: string) => boolean {
  if (before.missingKeys !== now.missingKeys) return () => true
  const changed = new Set<string>()
  for (const key of new Set([...before.told.keys(), ...now.told.keys()])) {
    if (JSON.stringify(before.told.get(key)) !== JSON.stringify(now.told.get(key))) changed.add(key)
  }
  return key => changed.has(key)
}
