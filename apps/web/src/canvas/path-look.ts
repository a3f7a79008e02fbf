import type { Edge, EdgeMouseHandler, NodeMouseHandler } from '@xyflow/react'
import { useDrag } from './drag-state.ts'
import { shownBoxes, shownLines } from './canvas-view.ts'

/** The pointer has to rest that long: what it only crosses lights nothing up. */
const restsFor = 260
const leavesAfter = 90

let sheet: CSSStyleSheet | undefined
let timer: ReturnType<typeof setTimeout> | undefined
let looking = false

/**
 * Dims everything that is not on the path of a node or line that is looked at. It is done by one rule of style, so that
 * no node and no line is drawn again for it; while something is pressed or dragged nothing is dimmed.
 */
export const lookAlongNode: NodeMouseHandler = (event, node) => {
  if (event.buttons === 0) look(() => pathOfNode(node.id))
}

export const lookAlongLine: EdgeMouseHandler = (event, edge) => {
  if (event.buttons === 0) look(() => pathOfLine(edge))
}

/** Going from one to the next keeps it dimmed, without light in between. */
export function lookAway() {
  clearTimeout(timer)
  timer = setTimeout(clear, leavesAfter)
}

/** A press asks for something else; until the pointer comes anew, all is seen. */
export function stopLooking() {
  clearTimeout(timer)
  clear()
}

function look(path: () => ReadonlySet<string>) {
  clearTimeout(timer)
  if (useDrag.getState().dragged) return
  timer = setTimeout(() => dimAllBut(path()), looking ? leavesAfter : restsFor)
}

/** A thing, its lines, and what is at their other ends; a group with its members, and a member with its group. */
function pathOfNode(id: string): ReadonlySet<string> {
  const path = new Set([id])
  for (const box of shownBoxes()) {
    if (box.parent === id) path.add(box.id)
    if (box.id === id && box.parent) path.add(box.parent)
  }
  const ends = new Set(path)
  for (const line of shownLines()) {
    if (!ends.has(line.source) && !ends.has(line.target)) continue
    path.add(line.id).add(line.source).add(line.target)
  }
  return path
}

function pathOfLine({ id, source, target }: Edge): ReadonlySet<string> {
  const path = new Set([id, source, target])
  const group = shownBoxes().find(box => box.id === source)?.parent
  if (group) path.add(group)
  // What a principal may do comes from what is attached to it and to its group.
  for (const line of shownLines()) {
    if (line.type !== 'link' || (line.source !== source && line.source !== group)) continue
    path.add(line.id).add(line.target)
  }
  return path
}

function dimAllBut(path: ReadonlySet<string>) {
  // A thing without lines is no path, and dimming all the rest for it would only flicker.
  if (path.size < 2) return clear()
  looking = true
  const kept = [...path].map(id => `"${CSS.escape(id)}"`)
  const not = (attribute: string) => `:not(${kept.map(id => `[${attribute}=${id}]`).join()})`
  const canvas = '[data-region="canvas"]'
  style().replaceSync(
    `${canvas} .react-flow__node${not('data-id')}{opacity:.4}` +
      `${canvas} .react-flow__edge${not('data-id')}{opacity:.16}` +
      `${canvas} [data-line]${not('data-line')}{opacity:.16}`,
  )
}

function clear() {
  if (!looking) return
  looking = false
  style().replaceSync('')
}

function style(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet()
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  }
  return sheet
}
