import { useLayoutEffect } from 'react'
import { DropHint } from './DropHint.tsx'
import type { HandHandlers } from './hand-handlers.ts'
import type { SceneNode } from './scene-nodes.ts'
import { useConnect } from './use-connect.ts'
import { useDragToDrop } from './use-drag-to-drop.ts'

interface HandsProps {
  readonly scene: readonly SceneNode[]
  readonly lift: () => void
  readonly settle: () => void
  /** Takes what React Flow is to tell from now on. */
  readonly take: (handlers: HandHandlers) => void
}

/** What dragging and connecting do on the canvas, and the words beside the pointer meanwhile. */
export function Hands({ scene, lift, settle, take }: HandsProps) {
  const drags = useDragToDrop({ scene, lift, settle })
  const connects = useConnect(scene)
  useLayoutEffect(() => {
    take({ ...drags, ...connects })
  })
  return <DropHint />
}
