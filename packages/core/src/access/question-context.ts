import { type ContextValues, type KeyValue, type RequestContext, sameKeyValue, tell } from './context.ts'

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

/** Who asks: by itself, and with what the question tells, in which keys of the resource are not known yet. */
export interface CallerContexts {
  readonly own: RequestContext
  readonly told: RequestContext
  /** What it says of the keys that statements read, as one text for each list of them. */
  readonly signatures: Map<readonly string[], string>
}

export const contextsOf = (asked: AskedContext, own: RequestContext): CallerContexts => ({
  own,
  told: contextBetween(asked, own, unknownContext),
  signatures: new Map(),
})

export const unknownContext: RequestContext = { valueOf: () => ({ state: 'unknown' }) }

/** The keys, in lower case, for which something else was told before. */
export function changedKeys(before: AskedContext, now: AskedContext): ReadonlySet<string> {
  const changed = new Set<string>()
  for (const key of new Set([...before.told.keys(), ...now.told.keys()])) {
    const [was, is] = [before.told.get(key), now.told.get(key)]
    if (!was || !is || !sameKeyValue(was, is)) changed.add(key)
  }
  return changed
}
