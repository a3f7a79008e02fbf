const counts = new Map<string, number>()

/** The documents that are open in an editor: linted before all others, and AWS's own too. */
export const wantedTexts = {
  /** Called when another one is opened. */
  onMore: undefined as (() => void) | undefined,
  ids: (): ReadonlySet<string> => new Set(counts.keys()),
  /** Says that a document is open; gives what says that it is closed. */
  want(id: string): () => void {
    counts.set(id, (counts.get(id) ?? 0) + 1)
    wantedTexts.onMore?.()
    return () => {
      const left = (counts.get(id) ?? 1) - 1
      if (left > 0) counts.set(id, left)
      else counts.delete(id)
    }
  },
}
