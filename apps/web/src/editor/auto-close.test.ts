import { EditorState } from '@codemirror/state'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { autoClose, closeTyped, deletePair } from './auto-close.ts'

/** A state from a text in which `|` is the cursor, and back. */
function stateOf(marked: string, readOnly = false): EditorState {
  const at = marked.indexOf('|')
  const doc = marked.replace('|', '')
  const extensions = [autoClose, EditorState.readOnly.of(readOnly)]
  return EditorState.create({ doc, selection: { anchor: at }, extensions })
}

function shown(state: EditorState): string {
  const { head } = state.selection.main
  return `${state.sliceDoc(0, head)}|${state.sliceDoc(head)}`
}

function type(state: EditorState, text: string): EditorState {
  let now = state
  for (const character of text) {
    const spec = closeTyped(now, character) ?? now.replaceSelection(character)
    now = now.update(spec).state
  }
  return now
}

it.each([
  ['|', '{', '{|}'],
  ['[|]', '"', '["|"]'],
  ['[|]', '"s3:Get*"', '["s3:Get*"|]'],
  ['|', '["a","b"]', '["a","b"]|'],
  ['|', '{"Action":[]}', '{"Action":[]}|'],
])('closes what is opened and steps over it: %s and %s give %s', (before, typed, after) => {
  expect(shown(type(stateOf(before), typed))).toBe(after)
})

it.each([
  ['|"b"', '"', '"|"b"'],
  ['"s3:|"', '{', '"s3:{|"'],
  ['"a\\|"', '"', '"a\\"|"'],
  ['"arn:${|"', '[', '"arn:${[|"'],
])('leaves alone what stands before text or in a string: %s and %s give %s', (before, typed, after) => {
  expect(shown(type(stateOf(before), typed))).toBe(after)
})

it('does not step over a closer that somebody typed', () => {
  expect(shown(type(stateOf('{|}'), '}'))).toBe('{}|}')
})

it('no longer steps over a closer once the cursor has been on another line', () => {
  const opened = type(stateOf('\n|'), '{')
  const gone = opened.update({ selection: { anchor: 0 } }).state
  const back = gone.update({ selection: { anchor: 2 } }).state
  expect(shown(type(back, '}'))).toBe('\n{}|}')
})

it('takes both of an empty pair with one backspace, and only then', () => {
  expect(shown(deletePair(stateOf('[{|}]'))!.state)).toBe('[|]')
  expect(deletePair(stateOf('[{|"a"}]'))).toBeUndefined()
  expect(deletePair(stateOf('|}'))).toBeUndefined()
})

it('changes nothing in a text that cannot be edited', () => {
  expect(closeTyped(stateOf('|', true), '{')).toBeUndefined()
  expect(deletePair(stateOf('{|}', true))).toBeUndefined()
})

it('typing any JSON gives that very JSON', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 3 }), text => {
      expect(type(stateOf('|'), text).doc.toString()).toBe(text)
    }),
  )
})

it.each([
  ['{', '{s3}'],
  ['[', '[s3]'],
  ['"', '"s3"'],
])('puts what is selected between %s and its closer, and keeps it selected', (typed, wrapped) => {
  const state = EditorState.create({
    doc: 'a s3 b',
    selection: { anchor: 4, head: 2 },
    extensions: [autoClose],
  })
  const spec = closeTyped(state, typed)
  const now = spec ? state.update(spec).state : state
  expect(now.doc.toString()).toBe(`a ${wrapped} b`)
  expect([now.selection.main.anchor, now.selection.main.head]).toEqual([5, 3])
})
