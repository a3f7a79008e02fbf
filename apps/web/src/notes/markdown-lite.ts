/** A piece of a line: text, perhaps bold, perhaps a link. */
export interface Piece {
  readonly text: string
  readonly bold?: boolean
  readonly href?: string
}

export interface Line {
  readonly kind: 'text' | 'heading' | 'item'
  readonly pieces: readonly Piece[]
}

/** `**bold**`, `[words](address)`, or an address by itself. */
const mark = /\*\*([^*\n]+)\*\*|\[([^\]\n]{1,200})\]\(([^()\s]{1,2000})\)|(https?:\/\/[^\s<>"')\]]{1,2000})/g

/**
 * What little of Markdown belongs on a note: bold, lists, headings and links, as plain values and never as HTML. A link
 * leads to the web or opens a mail; any other address stays text. Takes time linear in the text.
 */
export function markdownLite(text: string): readonly Line[] {
  return text.split('\n').map((line): Line => {
    const item = /^\s{0,8}[-*]\s+(.*)$/.exec(line)
    if (item) return { kind: 'item', pieces: piecesOf(item[1] ?? '') }
    const heading = /^#{1,3}\s+(.*)$/.exec(line)
    if (heading) return { kind: 'heading', pieces: piecesOf(heading[1] ?? '') }
    return { kind: 'text', pieces: piecesOf(line) }
  })
}

function piecesOf(line: string): readonly Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const found of line.matchAll(mark)) {
    const [whole, bold, words, address, bare] = found
    if (found.index > from) pieces.push({ text: line.slice(from, found.index) })
    from = found.index + whole.length
    if (bold !== undefined) pieces.push({ text: bold, bold: true })
    else pieces.push(linkTo(address ?? bare ?? '', words ?? bare ?? '', whole))
  }
  if (from < line.length) pieces.push({ text: line.slice(from) })
  return pieces
}

/** Only what cannot run anything here is followed. */
function linkTo(address: string, words: string, written: string): Piece {
  try {
    const { protocol, href } = new URL(address)
    if (protocol === 'https:' || protocol === 'http:' || protocol === 'mailto:') return { text: words, href }
  } catch {
    // What is no address is what was written.
  }
  return { text: written }
}
