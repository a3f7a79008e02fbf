import { snap } from './spacing.ts'

/** One box of a column: where its top would like to be, how much that counts, and how far below it the next begins. */
export interface Wish {
  readonly top: number
  readonly weight: number
  readonly step: number
}

/**
 * The tops of the boxes of a column, in steps of 4, as near to their wishes (least squares) as their order and
 * distances allow. Weights are above zero; steps are multiples of 4.
 */
export function alignColumn(wishes: readonly Wish[]): readonly number[] {
  // Less the distances above it, each top only has to be no smaller than the one before: an isotonic regression,
  // solved by merging neighbours that stand in each other's way.
  const runs: { sum: number; weight: number; count: number }[] = []
  let above = 0
  for (const { top, weight, step } of wishes) {
    let run = { sum: (top - above) * weight, weight, count: 1 }
    for (let last = runs.at(-1); last && last.sum / last.weight >= run.sum / run.weight; last = runs.at(-1)) {
      run = { sum: last.sum + run.sum, weight: last.weight + run.weight, count: last.count + run.count }
      runs.pop()
    }
    runs.push(run)
    above += step
  }
  const shared = runs.flatMap(({ sum, weight, count }) =>
    Array.from({ length: count }, () => snap(sum / weight)),
  )
  above = 0
  return wishes.map(({ step }, index) => {
    const top = shared[index]! + above
    above += step
    return top
  })
}
