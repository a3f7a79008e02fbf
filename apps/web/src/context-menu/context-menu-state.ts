import { create } from 'zustand'
import type { Subject } from '../actions/action.ts'
import { setMenuPoint } from '../actions/menu-point.ts'
import { canvasPoint } from '../canvas/canvas-view.ts'
import type { Point } from '../workspace/document.ts'

interface ContextMenuState {
  /** What the menu is about, and where on the screen it opens. */
  readonly open: { readonly subject: Subject; readonly at: Point } | undefined
}

export const useContextMenu = create<ContextMenuState>()(() => ({ open: undefined }))

/** Opens the menu; what is added or pasted from it comes to this point of the canvas. */
export function openContextMenu(subject: Subject, at: Point) {
  setMenuPoint(subject === 'canvas' ? canvasPoint(at) : undefined)
  useContextMenu.setState({ open: { subject, at } })
}

export const closeContextMenu = () => {
  useContextMenu.setState({ open: undefined })
}
