import type { Band, Box, Point, Size } from './graph.ts'
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

/** What deciding the columns of a band needs to know of its boxes. */
interface Measure {
  readonly empty: boolean
  /** Of one column: the whole height while it is the only one, and the widest box. */
  readonly single: Size
  /** Of all columns together, once there are several. */
  readonly wrappedHeight: number
  readonly columnWidth: number
  /** How many columns the widest box spans. */
  readonly widest: number
}

function measure(boxes: readonly Box[]): Measure {
  if (boxes.length === 0) {
    return { empty: true, single: { width: 0, height: 0 }, wrappedHeight: 0, columnWidth: 0, widest: 1 }
  }
  const width = columnWidth(boxes)
  let [height, wrappedHeight, widest] = [0, 0, 1]
  for (const box of boxes) {
    const span = spanOf(box, width)
    height += box.height + rowGap.wide
    wrappedHeight += (box.height + rowGap.tight) * span
    widest = Math.max(widest, span)
  }
  const single = { width: Math.max(...boxes.map(box => box.width)), height }
  return { empty: false, single, wrappedHeight, columnWidth: width, widest }
}

const widthIn = (band: Measure, columns: number): number =>
  columns === 1 ? band.single.width : columns * (band.columnWidth + wrapGap) - wrapGap

const heightIn = (band: Measure, columns: number): number =>
  columns === 1 ? band.single.height : band.wrappedHeight / columns

/**
 * Into how many columns each band goes so that the whole comes nearest to the shape of a screen. What fits a screen's
 * height is left alone.
 */
export function chooseColumns(stacks: readonly Stack[]): readonly number[] {
  const measured = stacks.map(({ boxes }) => measure(boxes))
  const tallest = Math.max(...measured.map(({ single }) => single.height))
  let best: readonly number[] = measured.map(() => 1)
  if (tallest <= screenHeight) return best
  let nearest = Number.POSITIVE_INFINITY
  for (let height = tallest; height > screenHeight / 2; height *= 0.94) {
    const columns = measured.map(band =>
      band.empty || band.single.height <= height
        ? 1
        : Math.max(2, band.widest, Math.ceil(band.wrappedHeight / height)),
    )
    const width = measured.reduce(
      (sum, band, index) => sum + widthIn(band, columns[index]!) + bandGap,
      -bandGap,
    )
    const actual = Math.max(...measured.map((band, index) => heightIn(band, columns[index]!)))
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
  const width = columns > 1 ? columnWidth(boxes) : Math.max(...boxes.map(box => box.width))
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
  return { placed, width: columns * (width + wrapGap) - wrapGap, height: Math.max(...ends) - gap, columns }
}
