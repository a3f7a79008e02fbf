import type { EntityId } from '@iam-canvas/core'
import type { MouseEvent as ReactMouseEvent } from 'react'
import type { Subject } from '../actions/action.ts'
import { pickEdge } from '../canvas/pick-edge.ts'
import { shownLines } from '../canvas/canvas-view.ts'
import { isNoteId } from '@iam-canvas/exchange'
import { nothing } from '../workspace/selection.ts'
import { select, useWorkspace } from '../workspace/workspace.ts'
import { openContextMenu } from './context-menu-state.ts'

/**
 * Opens the menu by right click, by a long press, by the menu key or Shift+F10: the browser tells all of them as one
 * event, and of a key it knows no place, so the menu then opens beside what has the focus.
 */
export function onCanvasContextMenu(event: ReactMouseEvent<HTMLElement>) {
  const { target } = event
  if (!(target instanceof Element) || target.matches('input, textarea')) return
  // The minimap and the tools have nothing to offer.
  if (target.closest('[role="toolbar"], .react-flow__minimap')) return
  event.preventDefault()
  const byKey = event.button !== 2 && event.clientX <= 0 && event.clientY <= 0
  const focused = target.closest('.react-flow__node, .react-flow__edge')
  const place = (focused ?? target).getBoundingClientRect()
  const at = byKey
    ? { x: place.x + Math.min(24, place.width / 2), y: place.y + Math.min(24, place.height / 2) }
    : { x: event.clientX, y: event.clientY }
  openContextMenu(selectUnder(focused), at)
}

/** Selects what was pointed at, unless it is part of the selection already, and says what it is. */
function selectUnder(element: Element | null): Subject {
  const id = element?.getAttribute('data-id') ?? undefined
  if (id === undefined) {
    select(nothing)
    return 'canvas'
  }
  if (element?.matches('.react-flow__edge')) {
    const edge = shownLines().find(line => line.id === id)
    if (edge) pickEdge(edge)
    return 'line'
  }
  const { selection } = useWorkspace.getState()
  const chosen: readonly string[] =
    selection.kind === 'entities' ? [...selection.ids, ...(selection.notes ?? [])] : []
  if (isNoteId(id)) {
    if (!chosen.includes(id)) select({ kind: 'entities', ids: [], notes: [id] })
    return 'note'
  }
  // A node's id is the id of the entity it draws.
  if (!chosen.includes(id)) select({ kind: 'entities', ids: [id as EntityId] })
  return 'entity'
}
