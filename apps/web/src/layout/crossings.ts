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

/**
 * What two neighbouring nodes' fans cross more with the one above the other than the other way round. Fan `i` ends at
 * `ends[start[i]]` to `ends[start[i + 1]]`, sorted. This is the innermost loop of a layout: it allocates nothing.
 */
export function fanExcess(ends: Float64Array, start: Int32Array, upper: number, lower: number): number {
  let a = start[upper]!
  const aEnd = start[upper + 1]!
  let b = start[lower]!
  const bEnd = start[lower + 1]!
  if (a === aEnd || b === bEnd) return 0
  if (ends[aEnd - 1]! < ends[b]!) return -(aEnd - a) * (bEnd - b)
  if (ends[bEnd - 1]! < ends[a]!) return (aEnd - a) * (bEnd - b)
  let excess = 0
  while (a < aEnd && b < bEnd) {
    const from = ends[a]!
    const to = ends[b]!
    // The smaller end lies before all that is left of the other fan; equal ends cross neither way.
    if (from < to) {
      excess -= bEnd - b
      a++
    } else if (to < from) {
      excess += aEnd - a
      b++
    } else {
      let same = a
      while (same < aEnd && ends[same] === from) same++
      let alike = b
      while (alike < bEnd && ends[alike] === from) alike++
      excess += (alike - b) * (aEnd - same) - (same - a) * (bEnd - alike)
      a = same
      b = alike
    }
  }
  return excess
}
