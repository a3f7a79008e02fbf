import type { EntityId } from '@iam-canvas/core'
import { useReactFlow, useStoreApi } from '@xyflow/react'
import { useEffect } from 'react'
import { useWorkspace } from '../workspace/workspace.ts'
import { reveal } from './reveal.ts'

/** What is being named is in view: a new thing may have been put beyond the edge, or into a frame that grew. */
export function useRevealRenamed() {
  const renaming = useWorkspace(state => state.renaming)
  const flow = useReactFlow()
  const store = useStoreApi()
  useEffect(() => {
    // The node is known to React Flow after it has been drawn.
    if (renaming === undefined) return undefined
    const frame = requestAnimationFrame(() => reveal(flow, store.getState(), renaming as EntityId))
    return () => cancelAnimationFrame(frame)
  }, [renaming, flow, store])
}
