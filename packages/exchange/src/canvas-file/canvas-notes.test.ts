import { emptyModel } from '@iam-canvas/core'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readCanvasFile, writeCanvasFile } from './canvas-file.ts'
import { NOTE_SIZE, notesFrom } from './canvas-notes.ts'

const note = { id: 'note:a', text: 'Who **owns** this?', colour: 'rose', width: 240, height: 90 } as const

it('a file gives back its notes', () => {
  const layout = { positions: { 'note:a': { x: 1, y: 2 } }, homes: {}, notes: { 'note:a': note } }
  const read = readCanvasFile(writeCanvasFile({ model: emptyModel(), layout }, 'test'))
  expect(read.ok && read.value.layout).toEqual(layout)
})

it('a file without notes has none', () => {
  const read = readCanvasFile(writeCanvasFile({ model: emptyModel() }, 'test'))
  expect(read.ok && read.value.layout).not.toHaveProperty('notes')
})

it('what is missing or beyond reason in a note is mended, and what is no note is left out', () => {
  expect(
    notesFrom({
      'note:a': { text: 'a', colour: 'url(evil)', width: 1e9, height: Number.NaN, onclick: 'x' },
      'note:<b>': { text: 'b' },
      'note:c': { text: 7 },
      'user:d': { text: 'd' },
      'note:e': null,
    }),
  ).toEqual({
    'note:a': { id: 'note:a', text: 'a', colour: 'yellow', width: NOTE_SIZE.most, height: NOTE_SIZE.height },
  })
})

it('never throws, whatever is in it, and gives only notes that can be drawn', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.anything(),
        fc.dictionary(
          fc.string().map(end => `note:${end}`),
          fc.anything(),
        ),
        fc.dictionary(
          fc.constantFrom('note:a', 'note:b', '__proto__'),
          fc.record({
            text: fc.string(),
            width: fc.anything(),
            height: fc.anything(),
            colour: fc.anything(),
          }),
        ),
      ),
      value => {
        for (const { width, height, text } of Object.values(notesFrom(value))) {
          expect(typeof text).toBe('string')
          expect(width).toBeGreaterThanOrEqual(NOTE_SIZE.leastWidth)
          expect(height).toBeLessThanOrEqual(NOTE_SIZE.most)
        }
      },
    ),
  )
})
