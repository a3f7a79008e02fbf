import { apply, type Command, emptyModel } from '@iam-canvas/core'
import { describe, expect, it } from 'vitest'
import { overlap } from '../layout/part.ts'
import { emptyLayout, type WorkspaceDocument } from '../workspace/document.ts'
import { completeLayout } from './complete-layout.ts'
import { withCollapsed } from './collapse.ts'
import { containerOf } from './containment.ts'
import { frames, pieces, sizeOf } from './drawn.ts'
import { placedAt } from './frame-moves.ts'
import { framesOf } from './frames.ts'
import { laidOut } from './laid-out.ts'

const text = '{"Version":"2012-10-17","Statement":[]}'
const prod = { account: '222222222222' }

const commands: readonly Command[] = [
  { type: 'AddAccount', account: 'account:prod', number: '222222222222', name: 'prod' },
  { type: 'AddAccount', account: 'account:dev', number: '333333333333', name: 'dev' },
  { type: 'AddAccount', account: 'account:partner', number: '444444444444', name: 'partner' },
  {
    type: 'CreateOrganization',
    organization: 'o-exampleorgid',
    root: 'ou:root',
    managementAccount: 'account:123456789012',
  },
  { type: 'CreateOrganizationalUnit', ou: 'ou:work', name: 'Workloads', parent: 'ou:root' },
  { type: 'CreateOrganizationalUnit', ou: 'ou:empty', name: 'Empty', parent: 'ou:root' },
  { type: 'MoveAccount', account: 'account:prod', ou: 'ou:work' },
  { type: 'MoveAccount', account: 'account:dev', ou: 'ou:work' },
  { type: 'CreateUser', user: 'user:ana', name: 'ana' },
  { type: 'CreateGroup', group: 'group:devs', name: 'devs', ...prod },
  { type: 'CreateUser', user: 'user:bob', name: 'bob', ...prod },
  { type: 'AddUserToGroup', user: 'user:bob', group: 'group:devs' },
  { type: 'CreateRole', role: 'role:deploy', name: 'deploy', trustPolicy: text, ...prod },
  { type: 'CreatePolicy', policy: 'policy:Read', name: 'Read', text, ...prod },
  { type: 'CreatePolicy', policy: 'policy:Deny', name: 'Deny', text, purpose: 'service-control' },
  { type: 'AddAwsManagedPolicy', policy: 'policy:aws', name: 'ReadOnlyAccess', text },
  {
    type: 'AddExternalPrincipal',
    external: 'external:gh',
    name: 'gh',
    principalType: 'Service',
    principal: 'x.amazonaws.com',
  },
]

function modelAfter(model: WorkspaceDocument['model'], ...more: readonly Command[]) {
  const result = apply(model, { type: 'Batch', commands: more })
  if (!result.ok) throw new Error(result.problem.message)
  return result.model
}

const bare: WorkspaceDocument = {
  model: modelAfter(emptyModel(), ...commands),
  layout: emptyLayout,
  drafts: {},
}
const tidied: WorkspaceDocument = { ...bare, layout: laidOut(bare) }

const changed = (before: WorkspaceDocument, ...more: readonly Command[]): WorkspaceDocument => {
  const document = { ...before, model: modelAfter(before.model, ...more) }
  return { ...document, layout: completeLayout(document, before) }
}

const rectOf = (document: WorkspaceDocument, id: string) => {
  const entity = [...frames(document.model), ...pieces(document.model)].find(each => each.id === id)
  if (!entity) throw new Error(`${id} is not drawn`)
  const at = framesOf(document).get(entity.id) ?? document.layout.positions[entity.id]
  if (!at) throw new Error(`${id} has no place`)
  return { x: at.x, y: at.y, ...sizeOf(document, entity) }
}

/** Everything stands in its frame, and no frame overlaps anything beside it. */
function expectWellFramed(document: WorkspaceDocument) {
  const all = [...frames(document.model), ...pieces(document.model)].filter(
    entity => !containerOf(document, entity)?.startsWith('group:'),
  )
  for (const entity of all) {
    const rect = rectOf(document, entity.id)
    const container = containerOf(document, entity)
    if (container && !document.layout.collapsed?.includes(container)) {
      const outer = rectOf(document, container)
      expect(rect.x, `${entity.id} in ${container}`).toBeGreaterThanOrEqual(outer.x)
      expect(rect.y, `${entity.id} in ${container}`).toBeGreaterThanOrEqual(outer.y)
      expect(rect.x + rect.width).toBeLessThanOrEqual(outer.x + outer.width)
      expect(rect.y + rect.height).toBeLessThanOrEqual(outer.y + outer.height)
    }
    for (const other of all) {
      const isFrame = /^(?:account|ou):/.test(other.id)
      if (other === entity || !isFrame || containerOf(document, other) !== container) continue
      expect(overlap(rect, rectOf(document, other.id)), `${entity.id} and ${other.id}`).toBe(false)
    }
  }
}

describe('accounts and OUs as frames', () => {
  it('laid out anew, everything stands in its frame and nothing overlaps', () => {
    expectWellFramed(tidied)
  })

  it('a layout that is complete stays as it is', () => {
    expect(completeLayout(tidied, tidied)).toEqual(tidied.layout)
  })

  it('newcomers go into their frame, and what stands keeps its place within it', () => {
    const after = changed(
      tidied,
      { type: 'CreateRole', role: 'role:x', name: 'x', trustPolicy: text, account: '333333333333' },
      { type: 'CreateUser', user: 'user:cy', name: 'cy', ...prod },
      { type: 'CreatePolicy', policy: 'policy:Deny2', name: 'Deny2', text, purpose: 'service-control' },
      { type: 'AddAccount', account: 'account:new', number: '555555555555', name: 'new', ou: 'ou:empty' },
    )
    expectWellFramed(after)
    const from = (document: WorkspaceDocument) => {
      const role = rectOf(document, 'role:deploy')
      const group = rectOf(document, 'group:devs')
      return { x: role.x - group.x, y: role.y - group.y }
    }
    expect(from(after)).toEqual(from(tidied))
  })

  it('an account that moves to another OU goes there with all that is in it', () => {
    const after = changed(tidied, { type: 'MoveAccount', account: 'account:prod', ou: 'ou:empty' })
    expectWellFramed(after)
  })

  it('what moves to another account is drawn in it', () => {
    const after = changed(tidied, { type: 'MoveToAccount', entity: 'role:deploy', account: '123456789012' })
    expectWellFramed(after)
  })

  it('a second account puts the first one into a frame and leaves everything where it was', () => {
    const single: WorkspaceDocument = {
      ...bare,
      model: modelAfter(
        emptyModel(),
        { type: 'CreateUser', user: 'user:ana', name: 'ana' },
        {
          type: 'AddExternalPrincipal',
          external: 'external:x',
          name: 'x',
          principalType: 'Anonymous',
          principal: '*',
        },
      ),
      layout: { ...emptyLayout, positions: { 'user:ana': { x: 0, y: 0 }, 'external:x': { x: 0, y: 70 } } },
    }
    const after = changed(single, {
      type: 'AddAccount',
      account: 'account:b',
      number: '222222222222',
      name: 'b',
    })
    expect(after.layout.positions['user:ana']).toEqual({ x: 0, y: 0 })
    expectWellFramed(after)
  })

  it('a frame that is moved takes along what is in it, and others make way', () => {
    const dev = rectOf(tidied, 'account:dev')
    const moved = { ...tidied, layout: placedAt(tidied, new Map([['account:prod', { x: dev.x, y: dev.y }]])) }
    const after = { ...moved, layout: completeLayout(moved, tidied) }
    expect(rectOf(after, 'account:prod')).toMatchObject({ x: dev.x, y: dev.y })
    expectWellFramed(after)
  })

  it('collapsed it is small at its corner, and expanded everything is where it was', () => {
    const prodAt = rectOf(tidied, 'account:prod')
    const collapse = (document: WorkspaceDocument, to: boolean) => {
      const next = { ...document, layout: withCollapsed(document, ['account:prod'], to) }
      return { ...next, layout: completeLayout(next, document) }
    }
    const collapsed = collapse(tidied, true)
    expect(rectOf(collapsed, 'account:prod')).toMatchObject({ x: prodAt.x, y: prodAt.y, height: 72 })
    expectWellFramed(collapsed)
    expect(rectOf(collapse(collapsed, false), 'role:deploy')).toEqual(rectOf(tidied, 'role:deploy'))
  })
})
