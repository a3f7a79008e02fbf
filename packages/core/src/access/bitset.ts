/** Fixed-size sets of cells as bits. Sets that are worked on together have the same length. */
export type Bits = Uint32Array

export const bitsFor = (size: number): Bits => new Uint32Array((size + 31) >>> 5)

export const hasBit = (bits: Bits, index: number): boolean =>
  ((bits[index >>> 5] ?? 0) & (1 << (index & 31))) !== 0

export function setBit(bits: Bits, index: number) {
  const word = index >>> 5
  bits[word] = (bits[word] ?? 0) | (1 << (index & 31))
}

/** `target ∪= source`, whose first word is the target's word `from`. */
export function addAll(target: Bits, source: Bits, from = 0) {
  for (let word = 0; word < source.length; word++)
    target[from + word] = (target[from + word] ?? 0) | (source[word] ?? 0)
}

/** `target ∩= source` */
export function keepOnly(target: Bits, source: Bits) {
  for (let word = 0; word < target.length; word++) target[word] = (target[word] ?? 0) & (source[word] ?? 0)
}

/** `target ∖= source` */
export function removeAll(target: Bits, source: Bits) {
  for (let word = 0; word < target.length; word++) target[word] = (target[word] ?? 0) & ~(source[word] ?? 0)
}

/** Whether any cell from `from` on and before `end` is in the set: a whole target at once. */
export function anyBit(bits: Bits, from: number, end: number): boolean {
  if (from >= end) return false
  const last = (end - 1) >>> 5
  const endMask = -1 >>> (31 - ((end - 1) & 31))
  let word = from >>> 5
  let mask = -1 << (from & 31)
  for (; word < last; word++, mask = -1) if (((bits[word] ?? 0) & mask) !== 0) return true
  return ((bits[last] ?? 0) & mask & endMask) !== 0
}

export function countBits(bits: Bits): number {
  let count = 0
  // By index, and past the many empty words: a large matrix has millions.
  for (let index = 0; index < bits.length; index++) {
    const word = bits[index] ?? 0
    if (word !== 0) count += ones(word)
  }
  return count
}

function ones(word: number): number {
  let n = word - ((word >>> 1) & 0x55555555)
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333)
  return (((n + (n >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}
