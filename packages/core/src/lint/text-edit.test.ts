import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parsePolicy } from '../policy/parse.ts'
import { addFirst, addStatement, addValue, minimalEdit, removePlace, withEdits } from './text-edit.ts'

const letters = fc.string({ unit: fc.constantFrom('a', 'b', '{', '\n'), maxLength: 20 })

it('playing the change makes one text the other, whatever they are', () => {
  fc.assert(
    fc.property(letters, letters, (before, after) => {
      const edit = minimalEdit(before, after)
      expect(withEdits(before, edit ? [edit] : [])).toBe(after)
    }),
  )
})

it('touches only what differs', () => {
  expect(minimalEdit('s3:GetItem on b', 's3:GetObject on b')).toEqual({ from: 6, to: 10, insert: 'Object' })
})

const edited = (text: string, edits: ReturnType<typeof addFirst>) => withEdits(text, edits ?? [])
const at = (text: string) => parsePolicy(text)

it.each([
  ['{"a":1,"b":2}', '/a', '{"b":2}'],
  ['{"a":1,"b":2}', '/b', '{"a":1}'],
  ['{ "a": 1 }', '/a', '{}'],
  ['{\n  "a": 1,\n  "b": 2\n}', '/a', '{\n  "b": 2\n}'],
  ['{\n  "a": 1,\n  "b": 2\n}', '/b', '{\n  "a": 1\n}'],
  ['[1, 2, 3]', '/1', '[1, 3]'],
  ['[1, 2, 3]', '/2', '[1, 2]'],
])('takes out of %j the place %s, and its comma: %j', (text, place, after) => {
  expect(edited(text, removePlace(at(text), place))).toBe(after)
})

it('puts in what is set like its neighbours', () => {
  const spaced = '{\n  "Action": [\n    "a"\n  ]\n}'
  expect(edited(spaced, addFirst(at(spaced), '', 'Sid', 'S'))).toBe(
    '{\n  "Sid": "S",\n  "Action": [\n    "a"\n  ]\n}',
  )
  expect(edited(spaced, addValue(at(spaced), '/Action', 'b'))).toBe(
    '{\n  "Action": [\n    "a",\n    "b"\n  ]\n}',
  )
  expect(edited('{"Action":"a"}', addValue(at('{"Action":"a"}'), '/Action', 'b'))).toBe(
    '{"Action":["a", "b"]}',
  )
  expect(edited('{"Action":[]}', addValue(at('{"Action":[]}'), '/Action', 'b'))).toBe('{"Action":["b"]}')
})

it('puts a statement behind another of a list, and nowhere else', () => {
  const listed = '{"Statement":[{"Sid":"A"}]}'
  expect(edited(listed, addStatement(at(listed), '/Statement/0', { Sid: 'B' }))).toBe(
    '{"Statement":[{"Sid":"A"}, {"Sid":"B"}]}',
  )
  expect(addStatement(at('{"Statement":{"Sid":"A"}}'), '/Statement', { Sid: 'B' })).toBeUndefined()
})
