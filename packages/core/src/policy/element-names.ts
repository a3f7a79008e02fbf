/** The name that was probably meant: the nearest one, if it is near enough to be a slip. */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  const typed = name.toLowerCase()
  let best: { readonly name: string; readonly distance: number } | undefined
  for (const candidate of known) {
    // No slip adds or drops that many letters, and comparing letter by letter is slow.
    if (Math.abs(candidate.length - name.length) > farthest(candidate)) continue
    const distance = editDistance(typed, candidate.toLowerCase())
    if (!best || distance < best.distance) best = { name: candidate, distance }
  }
  return best && best.distance <= farthest(best.name) ? best.name : undefined
}

const farthest = (name: string): number => Math.max(1, Math.floor(name.length / 3))

/** Letters to put in, take out or change. */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let i = 1; i <= from.length; i++) {
    const next = [i]
    for (let j = 1; j <= to.length; j++) {
      const change = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1)
      next[j] = Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1)
    }
    row = next
  }
  return row[to.length] ?? 0
}
