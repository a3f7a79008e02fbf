/**
 * The text of a file's bytes. Honours a byte order mark: PowerShell's `>` writes UTF-16, which read as UTF-8 is
 * unreadable. Bytes that are no UTF-8 become `\uFFFD`; it never throws.
 */
export function textOfBytes(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes)).decode(bytes)
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  // Without a mark: JSON begins with an ASCII character, so one of the first two bytes is zero.
  if (first !== undefined && first !== 0 && second === 0) return 'utf-16le'
  if (first === 0 && second !== undefined && second !== 0) return 'utf-16be'
  return 'utf-8'
}

/**
 * UTF-16 that somebody has decoded as UTF-8 already: every second character is NUL. Without those it is the text
 * again, as long as it is ASCII. Gives `undefined` for any other text.
 */
export function withoutNuls(text: string): string | undefined {
  const start = text.slice(0, 400)
  const nuls = start.split('\0').length - 1
  if (nuls < start.length / 3) return undefined
  return text.replaceAll('\0', '').replace(/^\uFFFD+/, '')
}
