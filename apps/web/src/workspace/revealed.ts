import type { DocumentId, TextRange } from '@iam-canvas/core'
import { create } from 'zustand'

interface Revealed {
  /** The place that was gone to last. A new object each time, so that going there again goes there again. */
  readonly place: { readonly document: DocumentId; readonly range: TextRange } | undefined
}

/** The place in a policy text that somebody asked to see: its editor opens there and takes the focus. */
export const useRevealed = create<Revealed>()(() => ({ place: undefined }))

export const revealPlace = (document: DocumentId, range: TextRange) =>
  useRevealed.setState({ place: { document, range } })
