import type { PrincipalId, ResourceId } from '@iam-canvas/core'
import { create } from 'zustand'

/** A line that something beside the canvas speaks of: it stands out there for as long as it is pointed at. */
export interface HintedLine {
  readonly principal: PrincipalId
  readonly resource: ResourceId
}

export const isSamePair = (one: HintedLine, other: HintedLine): boolean =>
  one.principal === other.principal && one.resource === other.resource

export const useHintedLine = create<{ readonly line: HintedLine | undefined }>()(() => ({ line: undefined }))

export const hintAt = (line: HintedLine | undefined) => useHintedLine.setState({ line })
