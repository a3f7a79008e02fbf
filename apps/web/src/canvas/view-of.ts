import { boundsOf, type Box } from './hit-test.ts'

const margin = 32
/** The tools at the foot of the canvas cover this much of it. */
const footer = 48

export interface View {
  readonly x: number
  readonly y: number
  readonly zoom: number
}

interface Size {
  readonly width: number
  readonly height: number
}

interface Pane extends Size {
  /** What the overview map covers at the lower right, if it is shown. */
  readonly map?: Size | undefined
}

/**
 * The viewport that shows all boxes, centred and never enlarged; with a floor under the zoom if one is given. Where a box
 * would lie under the overview map, all of them move above it or beside it, whichever leaves them larger.
 */
export function viewOf(boxes: readonly Box[], pane: Pane, floor = 0): View {
  const whole = { width: pane.width, height: pane.height - footer }
  const view = viewIn(boxes, whole, floor)
  const { map } = pane
  if (!map || !boxes.some(box => isUnder(box, view, pane, map))) return view
  const above = viewIn(boxes, { ...whole, height: pane.height - map.height }, floor)
  const beside = viewIn(boxes, { ...whole, width: pane.width - map.width }, floor)
  return above.zoom >= beside.zoom ? above : beside
}

function viewIn(boxes: readonly Box[], { width, height }: Size, floor: number): View {
  const bounds = boundsOf(boxes)
  const fit = Math.min((width - 2 * margin) / bounds.width, (height - 2 * margin) / bounds.height, 1)
  const zoom = Math.max(fit, floor)
  const place = (space: number, start: number, extent: number) =>
    extent * zoom > space - 2 * margin ? margin - start * zoom : (space - extent * zoom) / 2 - start * zoom
  return { zoom, x: place(width, bounds.x, bounds.width), y: place(height, bounds.y, bounds.height) }
}

function isUnder({ x, y, width, height }: Box, view: View, pane: Size, map: Size): boolean {
  const right = (x + width) * view.zoom + view.x
  const bottom = (y + height) * view.zoom + view.y
  return right > pane.width - map.width && bottom > pane.height - map.height
}

/** How much of the canvas its overview map covers; a narrow window has none. */
export function mapOf(canvas: Element | null): Size | undefined {
  const map = canvas?.querySelector('.react-flow__minimap')?.getBoundingClientRect()
  if (!canvas || !map || map.width === 0) return undefined
  const { right, bottom } = canvas.getBoundingClientRect()
  return { width: right - map.left, height: bottom - map.top }
}
