import { Text } from '@codemirror/state'
import { expect, it } from 'vitest'
import { linesOf } from './statement-lines.ts'

/** The lines of the statement between `«` and `»`. */
function lines(marked: string): { first: number; last: number } {
  const from = marked.indexOf('«')
  const text = marked.replace('«', '')
  const to = text.indexOf('»')
  return linesOf(Text.of(text.replace('»', '').split('\n')), from, to)
}

it('takes a statement with its own braces whole', () => {
  expect(lines('[\n  «{\n    "Effect": "Deny"\n  }»,\n  {}\n]')).toEqual({ first: 2, last: 4 })
})

it('leaves out lines that a statement shares with others', () => {
  expect(lines('"Statement": [«{\n  "Effect": "Allow"\n}», {\n}]')).toEqual({ first: 2, last: 2 })
})

it('keeps a shared line when the statement has no other', () => {
  expect(lines('{"Statement": [«{"Effect": "Allow"}», {}]}')).toEqual({ first: 1, last: 1 })
  expect(lines('[«{\n}», {}]')).toEqual({ first: 1, last: 2 })
})
