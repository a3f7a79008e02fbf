import type { Point, Size } from './graph.ts'
import { aspect } from './spacing.ts'

/** Sets boxes side by side in rows, in their order, so that the whole is about as wide as a screen. */
export function shelves(
  boxes: readonly Size[],
  gap: number,
): { readonly at: readonly Point[]; readonly size: Size } {
  const area = boxes.reduce((sum, { width, height }) => sum + (width + gap) * (height + gap), 0)
  const widest = Math.max(0, ...boxes.map(({ width }) => width))
  const most = Math.max(widest, Math.sqrt(area * aspect))
  const at: Point[] = []
  let [x, y, rowHeight, width] = [0, 0, 0, 0]
  for (const box of boxes) {
    if (x > 0 && x + box.width > most) {
      y += rowHeight + gap
      x = 0
      rowHeight = 0
    }
    at.push({ x, y })
    width = Math.max(width, x + box.width)
    rowHeight = Math.max(rowHeight, box.height)
    x += box.width + gap
  }
  return { at, size: { width, height: y + rowHeight } }
}
