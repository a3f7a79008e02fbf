import { type ContextValues, type KeyValue, type RequestContext, tell } from './context.ts'

/** What a question tells of its request, over what callers and resources have by themselves. */
export interface AskedContext {
  readonly told: ReadonlyMap<string, KeyValue>
  readonly missingKeys: 'absent' | 'unknown'
}

export const askedContext = (
  context: ContextValues | undefined,
  missingKeys: 'absent' | 'unknown' = 'unknown',
): AskedContext => ({ told: tell(new Map(), context), missingKeys })

/** Whether a key is about what is asked for, and not about who asks. */
export const isResourceKey = (key: string): boolean => /^aws:(?:resource|requestedregion)/i.test(key)

/** The context of a request: what the question tells, which always wins, or else what its two sides have. */
export function contextBetween(
  { told, missingKeys }: AskedContext,
  caller: RequestContext,
  resource: RequestContext,
): RequestContext {
  const missing = { state: missingKeys }
  return {
    valueOf(key) {
      const value = told.get(key.toLowerCase()) ?? (isResourceKey(key) ? resource : caller).valueOf(key)
      return value.state === 'unknown' ? missing : value
    },
  }
}

/** Whether a key in lower case can have another value than before, by what was told. */
export function changedKeys(before: AskedContext, now: AskedContext): (key: string) => boolean {
  if (before.missingKeys !== now.missingKeys) return () => true
  const changed = new Set<string>()
  for (const key of new Set([...before.told.keys(), ...now.told.keys()])) {
    if (JSON.stringify(before.told.get(key)) !== JSON.stringify(now.told.get(key))) changed.add(key)
  }
  return key => changed.has(key)
}
