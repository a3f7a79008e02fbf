import { apply, type Command } from '@iam-canvas/core'
import { drawPicture } from '@iam-canvas/exchange'
import { expect, it } from 'vitest'
import { completeLayout } from '../canvas/complete-layout.ts'
import { drawnLines } from '../canvas/drawn-lines.ts'
import { accessOf } from '../workspace/access.ts'
import { nothingPinned } from '../workspace/asked-context.ts'
import type { WorkspaceDocument } from '../workspace/document.ts'
import { exampleDocument } from '../workspace/example.ts'
import { pictureOf } from './picture-of.ts'

function documentAfter(...commands: Command[]): WorkspaceDocument {
  const document = exampleDocument()
  const result = apply(document.model, { type: 'Batch', commands })
  if (!result.ok) throw new Error(result.problem.message)
  const changed = { ...document, model: result.model }
  return { ...changed, layout: completeLayout(changed, document) }
}

const group: readonly Command[] = [
  { type: 'CreateGroup', group: 'group:developers', name: 'developers' },
  { type: 'CreateGroup', group: 'group:readers', name: 'readers' },
  { type: 'AddUserToGroup', user: 'user:ana', group: 'group:developers' },
  { type: 'AddUserToGroup', user: 'user:ana', group: 'group:readers' },
  { type: 'PutUserPermissionsBoundary', user: 'user:ana', policy: 'policy:ReadGameOutcome' },
]

function picture(document: WorkspaceDocument, only?: ReadonlySet<string>) {
  const { lines } = drawnLines(document.model, accessOf(document.model, nothingPinned), 'all', [])
  return pictureOf({ document, lines, context: {}, ...(only && { only }) })
}

const named = (document: WorkspaceDocument, only?: ReadonlySet<string>) =>
  picture(document, only).nodes.map(({ kind, name }) => `${kind} ${name}`)

it('says what the canvas says: nodes with their words, links, and decided lines', () => {
  const { nodes, links, lines } = picture(documentAfter(...group))
  const ana = nodes.find(({ kind, name }) => kind === 'user' && name === 'ana')
  expect(ana).toMatchObject({ rows: [{ text: 'console, MFA' }], ceiling: 'ReadGameOutcome' })
  expect(nodes.find(({ kind }) => kind === 'group')).toMatchObject({ name: 'developers', stamp: '1 member' })
  expect(nodes.find(({ name }) => name === 'GameOutcome')).toMatchObject({
    kind: 'resource',
    service: 'dynamodb',
  })
  expect(new Set(links.map(({ kind }) => kind))).toEqual(new Set(['attachment', 'boundary']))
  expect(lines.map(({ decision, label }) => `${decision} ${label}`)).toEqual([
    'Allow Some Read',
    'Allow Some Read, Write',
  ])
})

it('draws a member inside its home, and as a ghost in its other groups', () => {
  const { nodes } = picture(documentAfter(...group))
  const inside = (inner: (typeof nodes)[number] | undefined, outer: (typeof nodes)[number] | undefined) =>
    inner !== undefined &&
    outer !== undefined &&
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  const find = (kind: string, name: string) => nodes.find(node => node.kind === kind && node.name === name)
  expect(inside(find('user', 'ana'), find('group', 'developers'))).toBe(true)
  expect(inside(find('ghost', 'ana'), find('group', 'readers'))).toBe(true)
})

it('a selection has what is in it, members of its groups, and the lines between', () => {
  const document = documentAfter(...group)
  expect(named(document, new Set(['group:developers', 'resource:GameOutcome']))).toEqual([
    'group developers',
    'user ana',
    'resource GameOutcome',
  ])
  const { links, lines } = picture(document, new Set(['user:ana', 'resource:GameOutcome']))
  expect(links).toEqual([])
  expect(lines).toHaveLength(1)
})

it('notes stand in the picture, first line as title', () => {
  const document = exampleDocument()
  const layout = {
    ...document.layout,
    positions: { ...document.layout.positions, 'note:a': { x: 10, y: 400 } },
    notes: {
      'note:a': { id: 'note:a', text: 'Review\nask Ana\nagain', colour: 'yellow', width: 208, height: 128 },
    },
  } as const
  const { nodes } = picture({ ...document, layout })
  expect(nodes.at(-1)).toMatchObject({ kind: 'note', name: 'Review', rows: [{ text: 'ask Ana again' }] })
})

it('makes an SVG that names everything', () => {
  const { svg } = drawPicture(picture(documentAfter(...group)), { theme: 'light' })
  for (const words of [
    'ana',
    'developers',
    'WriteGameOutcome',
    'DynamoDB table',
    'Some Read, Write',
    'permissions boundary',
  ])
    expect(svg).toContain(`>${words}</text>`)
})
