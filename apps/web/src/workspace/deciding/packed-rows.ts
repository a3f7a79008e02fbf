import type { Row } from '@iam-canvas/core'

/** Rows of one matrix in a single buffer, which a worker hands over without copying. */
export function packRows(rows: readonly Row[]): ArrayBuffer {
  const words = rows[0]?.allow.length ?? 0
  const packed = new Uint32Array(rows.length * 3 * words)
  rows.forEach(({ allow, deny, depends }, index) => {
    ;[allow, deny, depends].forEach((bits, kind) => packed.set(bits, (index * 3 + kind) * words))
  })
  return packed.buffer
}

/** The rows that `packRows` packed. They share the buffer, and nobody writes to it. */
export function unpackRows(packed: ArrayBuffer, count: number): readonly Row[] {
  const all = new Uint32Array(packed)
  const words = count === 0 ? 0 : all.length / (3 * count)
  const bits = (index: number) => all.subarray(index * words, (index + 1) * words)
  return Array.from({ length: count }, (_, index) => ({
    allow: bits(index * 3),
    deny: bits(index * 3 + 1),
    depends: bits(index * 3 + 2),
  }))
}
