import type { KeyboardEvent } from 'react'
import { openConnect } from '../connect/connect-state.ts'
import { noDrag, useDrag } from './drag-state.ts'
import { addKinds, addThing } from '../sidebar/add-thing.ts'
import { focusRegion } from '../shell/regions.ts'
import { nothing, selectedEntity } from '../workspace/selection.ts'
import { rename, select, setAccessMode, useWorkspace } from '../workspace/workspace.ts'
import { useSettings } from '../workspace/settings.ts'
import { deleteSelection } from './deletion.ts'
import { nudge } from './nudge.ts'

const step = 8
const largeStep = 32
const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** Keys of the canvas. Single letters act here only, never while something is typed, and can be switched off. */
export function canvasKeys(event: KeyboardEvent) {
  if (isTyping(event.target)) return
  const { selection } = useWorkspace.getState()
  const arrow = arrows[event.key]
  if (arrow && selection.kind === 'entities' && !event.ctrlKey && !event.metaKey && !event.altKey) {
    const by = event.shiftKey ? largeStep : step
    nudge(arrow[0] * by, arrow[1] * by)
    return handled(event)
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return
  switch (event.key) {
    case 'Delete':
    case 'Backspace':
      deleteSelection()
      return handled(event)
    case 'Escape':
      escape()
      return handled(event)
    case 'F2': {
      const id = selectedEntity(selection)
      if (id) rename(id)
      return handled(event)
    }
    case 'Enter':
      if (isNodeOrLine(event.target) && selection.kind !== 'none' && wasSelected(event.target)) {
        focusRegion('inspector')
        return handled(event)
      }
      return
  }
  if (useSettings.getState().letterKeys) letter(event)
}

function letter(event: KeyboardEvent) {
  const { selection } = useWorkspace.getState()
  const key = event.key.toLowerCase()
  if (key === 'c' || key === 'm') {
    const id = selectedEntity(selection)
    if (id) {
      openConnect(id, key === 'm' ? 'move' : 'connect')
      handled(event)
    }
    return
  }
  if (key === 'a') {
    const modes = ['off', 'selection', 'all'] as const
    const { accessMode } = useWorkspace.getState()
    setAccessMode(modes[(modes.indexOf(accessMode) + 1) % modes.length] ?? 'all')
    return handled(event)
  }
  const kind = addKinds.find(({ letter: own }) => own === key)
  if (kind) {
    addThing(kind)
    handled(event)
  }
}

/** One step back: a running drag first, then the selection. */
function escape() {
  if (useDrag.getState().dragged) useDrag.setState(noDrag)
  else select(nothing)
}

function handled(event: KeyboardEvent) {
  event.preventDefault()
  // React Flow has its own idea of some of these keys, on the node itself.
  event.stopPropagation()
}

const isNodeOrLine = (target: EventTarget) =>
  target instanceof Element && target.matches('.react-flow__node, .react-flow__edge')

const wasSelected = (target: EventTarget) =>
  target instanceof Element && target.classList.contains('selected')

export const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.matches('input, textarea, select') || target.isContentEditable)
