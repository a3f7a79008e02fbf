import { type BoxGraph, neighboursOf } from './graph.ts'

/**
 * The connected parts of the graph, the largest first, then those without any link one by one, each part and all of
 * them in the order of the boxes. Parts drawn apart never cross each other.
 */
export function components(graph: BoxGraph): readonly (readonly number[])[] {
  const count = graph.boxes.length
  const seen = new Uint8Array(count)
  const parts: number[][] = []
  for (let first = 0; first < count; first++) {
    if (seen[first]) continue
    seen[first] = 1
    const part = [first]
    for (let at = 0; at < part.length; at++) {
      for (const next of neighboursOf(graph, part[at]!)) {
        if (seen[next]) continue
        seen[next] = 1
        part.push(next)
      }
    }
    parts.push(part)
  }
  return parts.sort((a, b) => b.length - a.length || a[0]! - b[0]!)
}
