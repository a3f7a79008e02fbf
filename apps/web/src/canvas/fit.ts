import type { ReactFlowInstance } from '@xyflow/react'
import { boundsOf, boxesOf } from './hit-test.ts'
import { viewOf } from './use-first-view.ts'

/** Shows everything. Computed from the nodes themselves, since those out of view are not mounted. */
export function fitAll(flow: Pick<ReactFlowInstance, 'getNodes' | 'setViewport'>) {
  // The canvas holds our own nodes only.
  const nodes = flow.getNodes()
  const pane = document.querySelector('[data-region="canvas"]')
  if (nodes.length === 0 || !pane) return
  void flow.setViewport(viewOf(boundsOf(boxesOf(nodes)), pane.clientWidth, pane.clientHeight), {
    duration: 160,
  })
}
