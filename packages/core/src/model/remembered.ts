/**
 * Remembers a derived value for as long as its source lives. Sources are immutable, so what was derived once stays
 * true; collections that an edit did not touch keep their identity, and with it their index.
 */
export function remembered<S extends object, V>(derive: (source: S) => V): (source: S) => V {
  const known = new WeakMap<S, { readonly value: V }>()
  return source => {
    const entry = known.get(source)
    if (entry) return entry.value
    const value = derive(source)
    known.set(source, { value })
    return value
  }
}
