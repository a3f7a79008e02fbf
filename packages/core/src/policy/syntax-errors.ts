import { type ParseError, printParseErrorCode } from 'jsonc-parser'
import type { TextRange } from './document.ts'

export interface SyntaxMistake {
  readonly message: string
  readonly range: TextRange
  /** Where the text stops making sense; `undefined` for a comment, which leaves no doubt about what is around it. */
  readonly doubtFrom: number | undefined
}

/** What the JSON parser found wrong with a text, in words and in the order of the text; one error to a place. */
export function syntaxErrorsOf(errors: readonly ParseError[], text: string): SyntaxMistake[] {
  return [...errors]
    .sort((a, b) => a.offset - b.offset)
    .map(({ error, offset, length }) => {
      const code = printParseErrorCode(error)
      const isClosing = text[offset] === '}' || text[offset] === ']'
      const comma = isClosing && expectsMore.has(code) ? commaBefore(text, offset) : undefined
      if (comma !== undefined) {
        const message = 'JSON takes no `,` after the last item: take it out'
        return { message, range: { from: comma, to: comma + 1 }, doubtFrom: offset }
      }
      const from = Math.min(offset, text.length)
      return {
        message: invisible.test(text.charAt(offset)) ? unseen : (words[code] ?? 'this is no JSON'),
        range: { from, to: Math.min(offset + Math.max(1, length), text.length) },
        doubtFrom: code === 'InvalidCommentToken' ? undefined : offset,
      }
    })
    .filter(({ range }, index, sorted) => range.from !== sorted[index - 1]?.range.from)
}

// They come along when one copies from a web page, and no one sees what the error stands at.
const invisible = /[\u00a0\u00ad\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]/
const unseen =
  'an invisible character stands here that JSON does not have: delete it, or the blank it looks like'

const expectsMore: ReadonlySet<string> = new Set(['ValueExpected', 'PropertyNameExpected'])

function commaBefore(text: string, offset: number): number | undefined {
  let index = offset - 1
  while (' \t\r\n'.includes(text[index] ?? '.')) index--
  return text[index] === ',' ? index : undefined
}

const words: Readonly<Record<string, string>> = {
  InvalidSymbol: 'this is no JSON value: text needs double quotes',
  InvalidNumberFormat: 'this is no JSON number',
  PropertyNameExpected: 'a property name in double quotes is missing here',
  ValueExpected: 'a value is missing here',
  ColonExpected: 'a `:` is missing here',
  CommaExpected: 'a `,` is missing here',
  CloseBraceExpected: 'a `}` is missing here',
  CloseBracketExpected: 'a `]` is missing here',
  EndOfFileExpected: 'the policy ends before this',
  InvalidCommentToken: 'JSON has no comments: take this out',
  UnexpectedEndOfString: 'this text has no closing quote',
  UnexpectedEndOfNumber: 'this number is not complete',
  InvalidUnicode: 'this is no valid \\u escape',
  InvalidEscapeCharacter: 'JSON has no such escape after a backslash',
  InvalidCharacter: 'a control character must be written as an escape',
}
