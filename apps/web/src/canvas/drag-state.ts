import type { EntityId } from '@iam-canvas/core'
import { create } from 'zustand'
import type { DropVerdict } from './drop-rules.ts'

/** What is under the pointer while something is dragged, and what dropping it there would do. */
interface DragState {
  readonly dragged: EntityId | undefined
  readonly target: EntityId | undefined
  readonly verdict: DropVerdict | undefined
  readonly pointer: { readonly x: number; readonly y: number } | undefined
}

export const noDrag: DragState = {
  dragged: undefined,
  target: undefined,
  verdict: undefined,
  pointer: undefined,
}

export const useDrag = create<DragState>()(() => noDrag)

/** For a node: the class that shows whether it would take the drop. */
export const useDropState = (id: EntityId): 'wouldTake' | 'wouldRefuse' | undefined =>
  useDrag(({ target, verdict }) => {
    if (target !== id || !verdict) return undefined
    return verdict.ok ? 'wouldTake' : 'wouldRefuse'
  })
