/** A text as the editor holds it, with `\n` alone at its line ends, and where the offsets of the original went. */
export interface EditorText {
  readonly text: string
  readonly at: (offset: number) => number
}

/**
 * The editor knows one line end only. Marks and diagnostics count a carriage return that it has dropped, so that their
 * offsets have to be moved with it.
 */
export function editorText(original: string): EditorText {
  if (!original.includes('\r')) return { text: original, at: asItIs }
  const dropped = [...original.matchAll(/\r\n/g)].map(({ index }) => index)
  return {
    text: original.replaceAll(/\r\n?/g, '\n'),
    at(offset) {
      let low = 0
      let high = dropped.length
      while (low < high) {
        const middle = (low + high) >> 1
        if ((dropped[middle] ?? 0) < offset) low = middle + 1
        else high = middle
      }
      return offset - low
    },
  }
}

// One function for all texts without carriage returns, so that a new text alone moves no marks.
const asItIs = (offset: number): number => offset
