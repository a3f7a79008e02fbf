import type { PreparedTarget } from './cells.ts'
import type { CompiledResource } from './match-resource.ts'

/** Finds the targets that a Resource value can reach without trying each of them. */
export interface TargetIndex {
  /** Among them are all that the value covers or meets; whether it does is still to be asked. */
  readonly reachedBy: (value: CompiledResource) => readonly PreparedTarget[]
}

interface Entry {
  /** What stands before the first wildcard, in lower case: letter case can only rule out more. */
  readonly prefix: string
  readonly target: PreparedTarget
}

/**
 * Two patterns can only meet where the fixed beginning of one continues that of the other. So the targets are sorted by
 * theirs: those that continue a value's beginning stand together, and those that it continues are looked up by length.
 */
export function indexTargets(prepared: readonly PreparedTarget[]): TargetIndex {
  const entries = prepared
    .map((target): Entry => ({ prefix: fixedPrefix(target.target.arn), target }))
    .sort((a, b) => (a.prefix < b.prefix ? -1 : Number(a.prefix > b.prefix)))
  const byPrefix = new Map<string, PreparedTarget[]>()
  for (const { prefix, target } of entries) {
    const same = byPrefix.get(prefix)
    if (same) same.push(target)
    else byPrefix.set(prefix, [target])
  }
  const lengths = [...new Set([...byPrefix.keys()].map(prefix => prefix.length))].sort((a, b) => a - b)
  const known = new Map<string, readonly PreparedTarget[]>()

  const find = (prefix: string): readonly PreparedTarget[] => {
    const shorter = lengths
      .filter(length => length < prefix.length)
      .flatMap(length => byPrefix.get(prefix.slice(0, length)) ?? [])
    const continuing: PreparedTarget[] = []
    for (let at = firstFrom(entries, prefix); at < entries.length; at++) {
      const entry = entries[at]
      if (!entry?.prefix.startsWith(prefix)) break
      continuing.push(entry.target)
    }
    return [...shorter, ...continuing]
  }

  return {
    reachedBy({ text }) {
      const prefix = fixedPrefix(text)
      let found = known.get(prefix)
      if (!found) known.set(prefix, (found = find(prefix)))
      return found
    },
  }
}

/** A variable may stand for anything, as a wildcard may. */
function fixedPrefix(text: string): string {
  const at = text.search(/[*?]|\$\{/)
  return (at < 0 ? text : text.slice(0, at)).toLowerCase()
}

/** The first entry that is not before this prefix. */
function firstFrom(entries: readonly Entry[], prefix: string): number {
  let low = 0
  let high = entries.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((entries[middle]?.prefix ?? '') < prefix) low = middle + 1
    else high = middle
  }
  return low
}
