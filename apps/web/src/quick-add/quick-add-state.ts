import type { EntityId } from '@iam-canvas/core'
import { create } from 'zustand'
import type { Point } from '../workspace/document.ts'

interface QuickAddState {
  readonly open:
    | {
        readonly from: EntityId
        /** Where the line was dropped, on the screen and on the canvas. */
        readonly at: Point
        readonly point: Point
      }
    | undefined
}

export const useQuickAdd = create<QuickAddState>()(() => ({ open: undefined }))

export const openQuickAdd = (from: EntityId, at: Point, point: Point) =>
  useQuickAdd.setState({ open: { from, at, point } })

export const closeQuickAdd = () => useQuickAdd.setState({ open: undefined })
