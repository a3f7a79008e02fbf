import { useReactFlow, useStoreApi } from '@xyflow/react'
import { useEffect, useRef } from 'react'
import { useWorkspace } from '../workspace/workspace.ts'
import { boxesOf } from './hit-test.ts'
import type { SceneNode } from './scene-nodes.ts'
import { mapOf, type View, viewOf } from './view-of.ts'

/** Below this nothing can be read, so a large account opens on its top left corner rather than as a whole. */
const smallestFirstZoom = 0.45

/**
 * Brings a document into view when it is opened, and only then. Until somebody moves the canvas, the view also follows
 * its size: a panel that opens beside it shall not cut off what was to be seen.
 */
export function useFirstView(scene: readonly SceneNode[]) {
  const opened = useWorkspace(state => state.opened)
  const flow = useReactFlow()
  const store = useStoreApi()
  const shown = useRef<{ readonly opened: number; readonly view: View; readonly size: string }>(undefined)
  useEffect(() => {
    const bring = () => {
      const { width, height, domNode, transform } = store.getState()
      // The canvas has its size only after React Flow has measured its own container.
      if (width === 0 || height === 0) return
      const size = `${width} ${height}`
      const last = shown.current
      if (last?.opened === opened) {
        const [x, y, zoom] = transform
        const untouched = last.view.x === x && last.view.y === y && last.view.zoom === zoom
        if (last.size === size || !untouched) return
      }
      // An empty canvas stands still: what is dropped on it first must stay where it was dropped.
      const view =
        scene.length === 0
          ? { x: 0, y: 0, zoom: 1 }
          : viewOf(boxesOf(scene), { width, height, map: mapOf(domNode) }, smallestFirstZoom)
      shown.current = { opened, view, size }
      void flow.setViewport(view)
    }
    bring()
    return store.subscribe(bring)
  }, [opened, scene, flow, store])
}
