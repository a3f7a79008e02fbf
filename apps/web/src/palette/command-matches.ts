import type { Action } from '../actions/action.ts'

/** The actions whose title or words have everything that was typed; titles that begin with it come first. */
export function matchingActions(
  actions: readonly Action[],
  query: string,
  recent: readonly string[],
): readonly Action[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  const rank = ({ id, title }: Action): number => {
    if (words.length === 0) {
      const at = recent.indexOf(id)
      return at < 0 ? recent.length : at
    }
    const lower = title.toLowerCase()
    if (lower.startsWith(words.join(' '))) return recent.includes(id) ? 0 : 1
    return lower.includes(words[0] ?? '') ? 2 : 3
  }
  return actions
    .filter(({ title, words: more = '', group }) => {
      const text = `${title} ${more} ${group}`.toLowerCase()
      return words.every(word => text.includes(word))
    })
    .toSorted((a, b) => rank(a) - rank(b))
}
