/** A matrix from rows decided elsewhere, and its bits read many at a time: for whoever keeps the engine in a worker. */
export { anyBit } from './access/bitset.ts'
export { matrixOfRows } from './access/matrix-of-rows.ts'
