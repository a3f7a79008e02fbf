import type { Band, Box, Point } from './graph.ts'
import { aspect, bandGap, looseGap, rowGap, screenHeight, snapUp, wrapGap } from './spacing.ts'

/** One band as it is to be stacked: its boxes from top to bottom, those from `loose` on apart at the end. */
export interface Stack {
  readonly band: Band
  readonly boxes: readonly Box[]
  readonly loose: number
}

export interface Placed {
  readonly box: Box
  readonly at: Point
}

export interface PlacedBand {
  readonly placed: readonly Placed[]
  readonly width: number
  readonly height: number
  /** Into how many columns it was wrapped. */
  readonly columns: number
}

/** The width of one column: that of the widest ordinary node; wide groups span several. */
function columnWidth(boxes: readonly Box[]): number {
  const plain = boxes.filter(box => box.kind !== 'group')
  const widths = (plain.length > 0 ? plain : boxes).map(box => box.width)
  return snapUp(plain.length > 0 ? Math.max(...widths) : Math.min(...widths))
}

const spanOf = (box: Box, width: number): number =>
  Math.max(1, Math.ceil((box.width + wrapGap) / (width + wrapGap)))

/** The height that the band would have in one column of any width. */
function wrappedHeight(boxes: readonly Box[], columns: number): number {
  const width = columnWidth(boxes)
  let area = 0
  for (const box of boxes) {
    area += (box.height + rowGap[columns > 1 ? 'tight' : 'wide']) * (columns > 1 ? spanOf(box, width) : 1)
  }
  return area / columns
}

function widthOf(boxes: readonly Box[], columns: number): number {
  if (boxes.length === 0) return 0
  if (columns === 1) return Math.max(...boxes.map(box => box.width))
  return columns * (columnWidth(boxes) + wrapGap) - wrapGap
}

/**
 * Into how many columns each band goes so that the whole comes nearest to the shape of a screen. What fits a screen's
 * height is left alone.
 */
export function chooseColumns(stacks: readonly Stack[]): readonly number[] {
  const filled = stacks.map(({ boxes }) => boxes)
  const single = filled.map(boxes => wrappedHeight(boxes, 1))
  const tallest = Math.max(...single)
  if (tallest <= screenHeight) return filled.map(() => 1)
  let best: readonly number[] = filled.map(() => 1)
  let nearest = Number.POSITIVE_INFINITY
  for (let height = tallest; height > screenHeight / 2; height *= 0.94) {
    const columns = filled.map((boxes, index) => {
      if (boxes.length === 0 || single[index]! <= height) return 1
      const widest = Math.max(...boxes.map(box => spanOf(box, columnWidth(boxes))))
      return Math.max(2, widest, Math.ceil((wrappedHeight(boxes, 2) * 2) / height))
    })
    const width = filled.reduce(
      (sum, boxes, index) => sum + widthOf(boxes, columns[index]!) + bandGap,
      -bandGap,
    )
    const actual = Math.max(...filled.map((boxes, index) => wrappedHeight(boxes, columns[index]!)))
    const distance = Math.abs(Math.log(width / actual / aspect))
    if (distance < nearest) [nearest, best] = [distance, columns]
  }
  return best
}

/**
 * Stacks a band into columns row by row: each box goes where the columns it spans end highest, so that the order from
 * top to bottom stays what the crossings asked for. Coordinates begin at 0, 0.
 */
export function stack({ boxes, loose }: Stack, columns: number): PlacedBand {
  if (boxes.length === 0) return { placed: [], width: 0, height: 0, columns: 1 }
  const gap = rowGap[columns > 1 ? 'tight' : 'wide']
  const width = columns > 1 ? columnWidth(boxes) : widthOf(boxes, 1)
  const ends = new Float64Array(columns)
  const placed = boxes.map((box, index) => {
    if (index === loose && index > 0) ends.fill(Math.max(...ends) - gap + looseGap)
    const span = columns > 1 ? spanOf(box, width) : 1
    let column = 0
    let y = Number.POSITIVE_INFINITY
    for (let first = 0; first + span <= columns; first++) {
      const top = Math.max(...ends.subarray(first, first + span))
      if (top < y) [column, y] = [first, top]
    }
    ends.fill(snapUp(y + box.height) + gap, column, column + span)
    return { box, at: { x: column * (width + wrapGap), y } }
  })
  return { placed, width: widthOf(boxes, columns), height: Math.max(...ends) - gap, columns }
}
