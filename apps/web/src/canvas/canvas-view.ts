import type { ReactFlowInstance, ReactFlowState } from '@xyflow/react'
import type { EntityId } from '@iam-canvas/core'
import type { Point } from '../workspace/document.ts'
import type { NoteId } from '@iam-canvas/exchange'
import { fitAll } from './fit.ts'
import { type Box, boxesOf } from './hit-test.ts'
import { reveal } from './reveal.ts'
import type { SceneEdge } from './scene-edges.ts'
import { mapOf, viewOf } from './view-of.ts'

interface View {
  readonly flow: ReactFlowInstance
  readonly state: () => ReactFlowState
}

let view: View | undefined

/** Called by the canvas while it is mounted, so that actions reach it from menus, palette and keys alike. */
export function holdView(current: View): () => void {
  view = current
  return () => {
    view = undefined
  }
}

/** Where every node stands, members of groups included. */
// The canvas holds our own nodes only.
export const shownBoxes = (): readonly Box[] => (view ? boxesOf(view.flow.getNodes()) : [])

// And our own lines.
export const shownLines = (): readonly SceneEdge[] => (view ? (view.flow.getEdges() as SceneEdge[]) : [])

export const zoomIn = () => void view?.flow.zoomIn({ duration: motion() })
export const zoomOut = () => void view?.flow.zoomOut({ duration: motion() })
export const zoomTo100 = () => void view?.flow.zoomTo(1, { duration: motion() })

export function fitEverything() {
  if (view) fitAll(view.flow)
}

/** Shows these nodes as large as they fit, never enlarged. */
export function fitNodes(ids: readonly (EntityId | NoteId)[]) {
  const wanted = new Set<string>(ids)
  const boxes = shownBoxes().filter(box => wanted.has(box.id))
  if (!view || boxes.length === 0) return
  const { width, height, domNode } = view.state()
  void view.flow.setViewport(viewOf(boxes, { width, height, map: mapOf(domNode) }), { duration: motion() })
}

export function bringIntoView(id: EntityId | NoteId) {
  if (view) reveal(view.flow, view.state(), id)
}

/** The point of the canvas in the middle of what is seen. */
export function middleOfView(): Point {
  if (!view) return { x: 0, y: 0 }
  const { transform, width, height } = view.state()
  const [x, y, zoom] = transform
  return { x: (width / 2 - x) / zoom, y: (height / 2 - y) / zoom }
}

/** Whether a point of the canvas is in view. */
export function isInView({ x, y }: Point): boolean {
  if (!view) return false
  const { transform, width, height } = view.state()
  const [left, top, zoom] = transform
  const at = { x: x * zoom + left, y: y * zoom + top }
  return at.x >= 0 && at.y >= 0 && at.x <= width && at.y <= height
}

/** A point of the screen as a point of the canvas. */
export const canvasPoint = (screen: Point): Point => view?.flow.screenToFlowPosition({ ...screen }) ?? screen

/** Puts the focus on a node, so that the keys go on from there. */
export function focusNode(id: EntityId | NoteId) {
  document
    .querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(id)}"]`)
    ?.focus({ preventScroll: true })
}

/** How long the picture takes to move; not at all for people who asked for less motion. */
export const motion = () => (window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 160)
