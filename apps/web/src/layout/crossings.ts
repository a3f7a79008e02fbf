/**
 * How many pairs of segments between two rulers cross: those whose ends stand in opposite order. Segments that share
 * an end do not cross. O(n log n): a merge sort that counts inversions.
 */
export function countCrossings(left: Float64Array, right: Float64Array): number {
  const count = left.length
  const byLeft = Array.from(left.keys()).sort((a, b) => left[a]! - left[b]! || right[a]! - right[b]!)
  let from: Float64Array = new Float64Array(count)
  byLeft.forEach((segment, index) => {
    from[index] = right[segment]!
  })
  let to: Float64Array = new Float64Array(count)
  let crossings = 0
  for (let run = 1; run < count; run *= 2) {
    for (let low = 0; low < count; low += 2 * run) {
      const middle = Math.min(low + run, count)
      const high = Math.min(low + 2 * run, count)
      let a = low
      let b = middle
      for (let out = low; out < high; out++) {
        if (b >= high || (a < middle && from[a]! <= from[b]!)) to[out] = from[a++]!
        else {
          crossings += middle - a
          to[out] = from[b++]!
        }
      }
    }
    ;[from, to] = [to, from]
  }
  return crossings
}

/** Of two fans from neighbouring nodes, the upper's ends and the lower's, both sorted: how many pairs cross. */
export function fanCrossings(
  ends: Float64Array,
  upper: { from: number; to: number },
  lower: { from: number; to: number },
): number {
  let crossings = 0
  let below = lower.from
  for (let at = upper.from; at < upper.to; at++) {
    while (below < lower.to && ends[below]! < ends[at]!) below++
    crossings += below - lower.from
  }
  return crossings
}
