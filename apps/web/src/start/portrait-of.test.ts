import { readAccountDump } from '@iam-canvas/exchange'
import { bigDumpText } from '@iam-canvas/exchange/testing'
import { expect, it } from 'vitest'
import { completeLayout } from '../canvas/complete-layout.ts'
import type { WorkspaceDocument } from '../workspace/document.ts'
import { exampleDocument } from '../workspace/example.ts'
import { portraitForSave, portraitOf } from './portrait-of.ts'

function bigDocument(): WorkspaceDocument {
  const read = readAccountDump(bigDumpText({ users: 300, groups: 20, roles: 200, policies: 100 }))
  if (!read.ok) throw new Error(read.problem.message)
  const document: WorkspaceDocument = { model: read.model, layout: { positions: {}, homes: {} }, drafts: {} }
  return { ...document, layout: completeLayout(document) }
}

it('counts what there is, and draws boxes and lines', () => {
  const { counts, sketch } = portraitOf(exampleDocument())
  expect(counts).toEqual({ users: 2, groups: 0, roles: 0, policies: 2, resources: 1 })
  expect(sketch.boxes).toHaveLength(5)
  expect(sketch.lines).toHaveLength(2)
})

it('stays small for a large model, whose picture is drawn once a minute at most', () => {
  const big = bigDocument()
  const first = portraitForSave(big, 'a', undefined, 0)
  expect(JSON.stringify(first).length).toBeLessThan(5_000)
  const other = exampleDocument()
  const smaller = { ...big, model: { ...big.model, groups: {} }, layout: other.layout }
  const soon = portraitForSave(smaller, 'a', undefined, 30_000)
  expect(soon.sketch).toBe(first.sketch)
  expect(soon.counts.groups).toBe(0)
  expect(portraitForSave(smaller, 'b', undefined, 30_000).sketch).not.toBe(first.sketch)
  expect(portraitForSave(smaller, 'a', undefined, 90_001).sketch).not.toBe(first.sketch)
  // A small model is always drawn as it is.
  const small = portraitForSave(other, 'c', undefined, 0)
  expect(portraitForSave(other, 'c', undefined, 1).sketch).not.toBe(small.sketch)
})
