import type { NodeProps } from '@xyflow/react'
import { lazy, memo, Suspense } from 'react'
import type { NoteNode as NoteNodeType } from './note-nodes.ts'

// Most models have no notes, and the canvas answers before them.
const NoteCard = lazy(() => import('./NoteCard.tsx'))

export const NoteNode = memo(function NoteNode({ data, selected }: NodeProps<NoteNodeType>) {
  return (
    <Suspense>
      <NoteCard note={data.note} selected={selected} />
    </Suspense>
  )
})
