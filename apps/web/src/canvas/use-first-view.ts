import { useReactFlow, useStoreApi } from '@xyflow/react'
import { useEffect, useRef } from 'react'
import { useWorkspace } from '../workspace/workspace.ts'
import { boundsOf, boxesOf } from './hit-test.ts'
import type { SceneNode } from './scene-nodes.ts'

/** Below this nothing can be read, so a large account opens on its top left corner rather than as a whole. */
const smallestFirstZoom = 0.45
const margin = 32
/** The tools at the foot of the canvas cover this much of it. */
const footer = 48

export interface View {
  readonly x: number
  readonly y: number
  readonly zoom: number
}

interface Bounds {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The viewport that shows everything, centred and never enlarged; with a floor under the zoom if one is given. */
export function viewOf(bounds: Bounds, width: number, height: number, floor = 0): View {
  const clear = height - footer
  const fit = Math.min((width - 2 * margin) / bounds.width, (clear - 2 * margin) / bounds.height, 1)
  const zoom = Math.max(fit, floor)
  const place = (space: number, start: number, extent: number) =>
    extent * zoom > space - 2 * margin ? margin - start * zoom : (space - extent * zoom) / 2 - start * zoom
  return { zoom, x: place(width, bounds.x, bounds.width), y: place(clear, bounds.y, bounds.height) }
}

/** Brings a document into view when it is opened, and only then. */
export function useFirstView(scene: readonly SceneNode[]) {
  const opened = useWorkspace(state => state.opened)
  const flow = useReactFlow()
  const store = useStoreApi()
  const shown = useRef(-1)
  useEffect(() => {
    if (shown.current === opened) return undefined
    // The canvas has its size only after React Flow has measured its own container.
    const bring = () => {
      const { width, height } = store.getState()
      if (width === 0 || height === 0) return false
      shown.current = opened
      // An empty canvas stands still: what is dropped on it first must stay where it was dropped.
      const view =
        scene.length === 0
          ? { x: 0, y: 0, zoom: 1 }
          : viewOf(boundsOf(boxesOf(scene)), width, height, smallestFirstZoom)
      void flow.setViewport(view)
      return true
    }
    if (bring()) return undefined
    return store.subscribe(() => {
      if (shown.current !== opened) bring()
    })
  }, [opened, scene, flow, store])
}
