import { jumpTo } from '../search/jump-to.ts'
import { useMessages } from '../ui/messages.ts'
import { selectedEntity } from '../workspace/selection.ts'
import { useWorkspace } from '../workspace/workspace.ts'
import { shownBoxes, shownLines } from './canvas-view.ts'
import { type Direction, neighbourIn } from './follow.ts'

/** Goes to the thing at the other end of a line, in this direction. */
export function goAlong(direction: Direction) {
  const id = selectedEntity(useWorkspace.getState().selection)
  const boxes = shownBoxes()
  const from = boxes.find(box => box.id === id)
  if (!from) return
  const joined = new Set(
    shownLines().flatMap(({ source, target }) => (source === id ? [target] : target === id ? [source] : [])),
  )
  const next = neighbourIn(
    direction,
    from,
    boxes.filter(box => joined.has(box.id)),
  )
  if (next) jumpTo(next)
  else useMessages.getState().say(`No line leads ${direction}`)
}

export function enterContainer() {
  const id = selectedEntity(useWorkspace.getState().selection)
  const first = shownBoxes().find(box => box.parent === id)
  if (first) jumpTo(first.id)
}

export function leaveContainer() {
  const id = selectedEntity(useWorkspace.getState().selection)
  const parent = shownBoxes().find(box => box.id === id)?.parent
  if (parent) jumpTo(parent)
}
