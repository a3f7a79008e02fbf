const unseen =
  /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]|[\ud800-\udfff]/gu

/**
 * A text as XML takes it, in content and in attributes. Control and direction marks, and halves of characters, which
 * XML forbids or which would turn the words around, are shown as a sign.
 */
export const escaped = (text: string): string =>
  text
    .replace(unseen, '␣')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')

/** Widths in ems, near enough for any sans serif face: nothing here can measure. */
function widthOf(letter: string): number {
  if (/[ijlI.,:;'|!()[\]]/.test(letter)) return 0.3
  if (/[frt\-"/\\ *]/.test(letter)) return 0.38
  if (/[mwMW@%—…]/.test(letter)) return 0.9
  if (/[A-Z0-9&#$?_]/.test(letter)) return 0.66
  return letter.charCodeAt(0) > 0x2e80 ? 1 : 0.57
}

export const CODE_WIDTH = 0.61

export const textWidth = (text: string, size: number, code = false): number =>
  Array.from(text).reduce((sum, letter) => sum + (code ? CODE_WIDTH : widthOf(letter)), 0) * size

/** As much of a text as fits, with an ellipsis where something was cut. */
export function fitted(text: string, width: number, size: number, code = false): string {
  if (textWidth(text, size, code) <= width) return text
  let room = width - textWidth('…', size, code)
  let kept = ''
  for (const letter of text) {
    room -= (code ? CODE_WIDTH : widthOf(letter)) * size
    if (room < 0) break
    kept += letter
  }
  return `${kept.trimEnd()}…`
}

/** A text in lines that fit, broken at blanks; what is left over ends in an ellipsis. */
export function wrapped(text: string, width: number, size: number, lines: number): readonly string[] {
  const words = text.split(/\s+/)
  const out: string[] = []
  let at = 0
  while (at < words.length && out.length < lines - 1) {
    let row = words[at++] ?? ''
    while (at < words.length && textWidth(`${row} ${words[at]}`, size) <= width) row += ` ${words[at++]}`
    out.push(fitted(row, width, size))
  }
  const rest = words.slice(at).join(' ')
  return rest === '' ? out : [...out, fitted(rest, width, size)]
}

/** A number without a tail of digits. */
export const round = (value: number): string => String(Math.round(value * 10) / 10)
