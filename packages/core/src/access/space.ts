import { type Bits, bitsFor, setBit } from './bitset.ts'
import type { Cells, PreparedTarget } from './cells.ts'
import type { CompiledStatement } from './compile.ts'

/** A run of words of the matrix and the targets in it. Bits about a space are counted from its first word. */
export interface Space {
  readonly from: number
  readonly words: number
  /** The cells of these targets that count; `undefined` where all do. */
  readonly mask: Bits | undefined
  /** What becomes of a statement without Resource: resource and trust policies mean their own resource. [M7] */
  readonly resourceOptional: boolean
  /** The targets that a statement may reach. */
  readonly candidates: (compiled: CompiledStatement) => readonly PreparedTarget[]
}

/** All cells, in which identity policies, boundaries and SCPs are decided. */
export const wholeSpace = (cells: Cells): Space => ({
  from: 0,
  words: bitsFor(cells.size).length,
  mask: undefined,
  resourceOptional: false,
  candidates: compiled => candidatesIn(cells, compiled),
})

/** Some cells of a few targets: those of one resource with its policy, or of one account. `undefined` if none counts. */
export function partOf(
  targets: readonly PreparedTarget[],
  counts: (cell: number) => boolean,
  resourceOptional: boolean,
): Space | undefined {
  const cells = targets.flatMap(({ target: { offset, actions } }) =>
    actions.map((_, index) => offset + index).filter(counts),
  )
  const [first] = cells
  if (first === undefined) return undefined
  let [least, most] = [first, first]
  for (const cell of cells) {
    least = Math.min(least, cell)
    most = Math.max(most, cell)
  }
  const from = least >>> 5
  const mask = bitsFor(most + 1 - from * 32)
  for (const cell of cells) setBit(mask, cell - from * 32)
  return { from, words: mask.length, mask, resourceOptional, candidates: () => targets }
}

/** By its resources where they say, else by the services of its actions. */
function candidatesIn(
  { index, byService, prepared }: Cells,
  { statement, actions, resources }: CompiledStatement,
): readonly PreparedTarget[] {
  const { action, resource } = statement
  if (resource && !resource.not && !resources.some(({ everything }) => everything)) {
    const [only, ...others] = resources
    if (only && others.length === 0) return index.reachedBy(only)
    return [...new Set(resources.flatMap(value => index.reachedBy(value)))]
  }
  if (!action || action.not || actions.some(({ everything }) => everything)) return prepared
  const services = new Set(actions.map(({ service }) => service))
  const found = [...services].map(service => byService.get(service) ?? [])
  return found.length === 1 ? (found[0] ?? []) : [...new Set(found.flat())]
}
