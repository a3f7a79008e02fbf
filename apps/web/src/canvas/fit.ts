import type { ReactFlowInstance } from '@xyflow/react'
import { boxesOf } from './hit-test.ts'
import { mapOf, viewOf } from './view-of.ts'

/** Shows everything. Computed from the nodes themselves, since those out of view are not mounted. */
export function fitAll(flow: Pick<ReactFlowInstance, 'getNodes' | 'setViewport'>) {
  // The canvas holds our own nodes only.
  const nodes = flow.getNodes()
  const pane = document.querySelector('[data-region="canvas"]')
  if (nodes.length === 0 || !pane) return
  const { clientWidth: width, clientHeight: height } = pane
  void flow.setViewport(viewOf(boxesOf(nodes), { width, height, map: mapOf(pane) }), { duration: 160 })
}
