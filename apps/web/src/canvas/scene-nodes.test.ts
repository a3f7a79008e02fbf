import { apply, type Command } from '@iam-canvas/core'
import { expect, it } from 'vitest'
import type { WorkspaceDocument } from '../workspace/document.ts'
import { exampleDocument } from '../workspace/example.ts'
import { boxesOf, hitAt } from './hit-test.ts'
import { createSceneNodes } from './scene-nodes.ts'

function after(document: WorkspaceDocument, ...commands: Command[]): WorkspaceDocument {
  const result = apply(document.model, { type: 'Batch', commands })
  if (!result.ok) throw new Error(result.problem.message)
  return { ...document, model: result.model }
}

const grouped = after(
  exampleDocument(),
  { type: 'CreateGroup', group: 'group:devs', name: 'devs' },
  { type: 'CreateGroup', group: 'group:ops', name: 'ops' },
  { type: 'AddUserToGroup', user: 'user:ana', group: 'group:devs' },
  { type: 'AddUserToGroup', user: 'user:ana', group: 'group:ops' },
)

it('a node is the same object as long as nothing of it changes', () => {
  const build = createSceneNodes()
  const first = build(grouped)
  const renamed = after(grouped, { type: 'UpdateUser', user: 'user:ci-deploy', name: 'deployer' })
  const second = build(renamed)
  const changed = second.filter((node, index) => node !== first[index]).map(({ id }) => id)
  expect(changed).toEqual(['user:ci-deploy'])
})

it('a user of two groups stands in one and is a ghost in the other', () => {
  const nodes = createSceneNodes()(grouped)
  expect(nodes.find(({ id }) => id === 'user:ana')?.parentId).toBe('group:devs')
  expect(nodes.find(({ id }) => id === 'group:ops')?.data).toMatchObject({
    members: 0,
    ghosts: [{ name: 'ana' }],
  })
})

it('a point in a member hits the member, beside it the group, above a card its ceiling', () => {
  const document = { ...grouped, layout: { positions: { 'group:devs': { x: 1000, y: 1000 } }, homes: {} } }
  const boxes = boxesOf(createSceneNodes()(document))
  const ana = boxes.find(({ id }) => id === 'user:ana')
  expect(ana).toBeDefined()
  const { x = 0, y = 0 } = ana ?? {}
  expect(hitAt(boxes, { x: x + 5, y: y + 30 }, new Set())).toMatchObject({ id: 'user:ana', ceiling: false })
  expect(hitAt(boxes, { x: x + 5, y: y + 2 }, new Set())).toMatchObject({ id: 'user:ana', ceiling: true })
  expect(hitAt(boxes, { x: 1003, y: 1003 }, new Set())?.id).toBe('group:devs')
  expect(hitAt(boxes, { x: x + 5, y: y + 30 }, new Set(['group:devs']))).toBeUndefined()
})
