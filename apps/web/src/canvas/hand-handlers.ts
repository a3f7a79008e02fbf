import type { OnConnectEnd, OnConnectStart, OnNodeDrag } from '@xyflow/react'
import type { CanvasNode } from './use-scene.ts'

/** What React Flow tells of drags and of lines that are pulled. */
export interface HandHandlers {
  readonly onNodeDragStart?: OnNodeDrag<CanvasNode>
  readonly onNodeDrag?: OnNodeDrag<CanvasNode>
  readonly onNodeDragStop?: OnNodeDrag<CanvasNode>
  readonly onConnectStart?: OnConnectStart
  readonly onConnectEnd?: OnConnectEnd
}

/**
 * Handlers that hand on to whatever was taken last. They stay the same, since React Flow tells every node and line of each
 * handler that has changed.
 */
export function createHandHandlers(): {
  readonly take: (handlers: HandHandlers) => void
  readonly handOn: Required<HandHandlers>
} {
  let taken: HandHandlers = {}
  return {
    take: handlers => {
      taken = handlers
    },
    handOn: {
      onNodeDragStart: (...told) => taken.onNodeDragStart?.(...told),
      onNodeDrag: (...told) => taken.onNodeDrag?.(...told),
      onNodeDragStop: (...told) => taken.onNodeDragStop?.(...told),
      onConnectStart: (...told) => taken.onConnectStart?.(...told),
      onConnectEnd: (...told) => taken.onConnectEnd?.(...told),
    },
  }
}
