/** Where the JSON value that begins at a place ends, or where it stops being JSON. Offsets are in UTF-16 units. */
export type Scan =
  | { readonly ok: true; readonly end: number }
  | { readonly ok: false; readonly at: number; readonly wanted: string }

type Expecting = 'value' | 'value or ]' | 'key' | 'key or }' | 'comma or end'

const BLANK = /[ \t\r\n]*/y
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const WORD = /true|false|null/y

/** The end of the blanks at a place. */
export function skipBlanks(text: string, from: number): number {
  BLANK.lastIndex = from
  BLANK.test(text)
  return BLANK.lastIndex
}

/**
 * Reads over one JSON value without building it. It exists beside `JSON.parse` for two things that one cannot say in
 * every browser: where a fault is, and where one value ends and the next begins. It does not recurse, so that no
 * depth of nesting overflows the stack.
 */
export function scanJsonValue(text: string, from: number): Scan {
  const open: ('}' | ']')[] = []
  let expecting: Expecting = 'value'
  let at = from
  for (;;) {
    const end = at
    if (expecting === 'comma or end' && open.length === 0) return { ok: true, end }
    at = skipBlanks(text, at)
    const character = text[at]
    if (expecting === 'comma or end') {
      if (character === open.at(-1)) open.pop()
      else if (character === ',') expecting = open.at(-1) === '}' ? 'key' : 'value'
      else return fault(text, at, `a comma or \`${open.at(-1)}\``)
      at += 1
      continue
    }
    if (expecting === 'key' || expecting === 'key or }') {
      if (character === '}' && expecting === 'key or }') {
        open.pop()
        expecting = 'comma or end'
        at += 1
        continue
      }
      const name = endOfString(text, at)
      if (name === undefined) return fault(text, at, 'a property name in double quotes')
      if (!name.ok) return name
      at = skipBlanks(text, name.end)
      if (text[at] !== ':') return fault(text, at, 'a colon')
      expecting = 'value'
      at += 1
      continue
    }
    if (character === ']' && expecting === 'value or ]') {
      open.pop()
      expecting = 'comma or end'
      at += 1
    } else if (character === '{') {
      open.push('}')
      expecting = 'key or }'
      at += 1
    } else if (character === '[') {
      open.push(']')
      expecting = 'value or ]'
      at += 1
    } else {
      const scalar = endOfString(text, at) ?? endOfWord(text, at)
      if (!scalar.ok) return scalar
      at = scalar.end
      expecting = 'comma or end'
    }
  }
}

/** `undefined` where no string begins. */
function endOfString(text: string, from: number): Scan | undefined {
  if (text[from] !== '"') return undefined
  let at = from + 1
  for (;;) {
    const code = text.charCodeAt(at)
    if (code === 0x22) return { ok: true, end: at + 1 }
    if (Number.isNaN(code)) return fault(text, at, 'the closing quote of a string')
    if (code < 0x20) return fault(text, at, 'the closing quote on the same line')
    if (code === 0x5c) {
      const escape = /["\\/bfnrt]|u[0-9a-fA-F]{4}/y
      escape.lastIndex = at + 1
      if (!escape.test(text)) return fault(text, at, String.raw`an escape such as \" or \\`)
      at = escape.lastIndex
    } else at += 1
  }
}

function endOfWord(text: string, from: number): Scan {
  for (const pattern of [WORD, NUMBER]) {
    pattern.lastIndex = from
    if (pattern.test(text)) return { ok: true, end: pattern.lastIndex }
  }
  return fault(text, from, 'a value')
}

const fault = (text: string, at: number, wanted: string): Scan => ({
  ok: false,
  at: Math.min(at, text.length),
  wanted,
})

/** Line and column of an offset, both from 1. */
export function placeAt(text: string, offset: number): { readonly line: number; readonly column: number } {
  let line = 1
  let start = 0
  for (;;) {
    const next = text.indexOf('\n', start)
    if (next < 0 || next >= offset) return { line, column: offset - start + 1 }
    line += 1
    start = next + 1
  }
}
