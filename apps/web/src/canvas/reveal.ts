import type { EntityId } from '@iam-canvas/core'
import type { NoteId } from '@iam-canvas/exchange'
import type { ReactFlowInstance, ReactFlowState } from '@xyflow/react'
import { boxesOf } from './hit-test.ts'

const margin = 12

/** Brings a node into view if it is not; does not move the picture otherwise. */
export function reveal(
  flow: Pick<ReactFlowInstance, 'getNodes' | 'setCenter'>,
  { transform: [x, y, zoom], width, height }: Pick<ReactFlowState, 'transform' | 'width' | 'height'>,
  id: EntityId | NoteId,
) {
  // The canvas holds our own nodes only.
  const box = boxesOf(flow.getNodes()).find(candidate => candidate.id === id)
  if (!box) return
  const left = box.x * zoom + x
  const top = box.y * zoom + y
  const visible =
    left > margin &&
    top > margin &&
    left + box.width * zoom < width - margin &&
    top + box.height * zoom < height - margin
  if (!visible) {
    void flow.setCenter(box.x + box.width / 2, box.y + box.height / 2, {
      zoom: Math.max(zoom, 0.6),
      duration: 160,
    })
  }
}
