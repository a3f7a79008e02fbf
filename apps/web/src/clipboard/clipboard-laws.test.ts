import { apply, type Command, emptyModel, type Model, usesOf } from '@iam-canvas/core'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { redo, undo } from '../workspace/changes.ts'
import { openDocument, select, useWorkspace } from '../workspace/workspace.ts'
import { copyText, readCopied } from './copied.ts'
import { pasteText } from './paste.ts'
import { pasteCommands } from './paste-commands.ts'

const bucket = 'arn:aws:s3:::releases'
const read = `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:GetObject","Resource":"${bucket}/*"}}`

const commands: readonly Command[] = [
  { type: 'CreatePolicy', policy: 'policy:Read', name: 'Read', text: read },
  { type: 'AddAwsManagedPolicy', policy: 'policy:ReadOnly', name: 'ReadOnlyAccess', text: read },
  { type: 'CreateGroup', group: 'group:devs', name: 'devs' },
  { type: 'CreateUser', user: 'user:ana', name: 'ana', tags: [{ key: 'team', value: 'a' }] },
  { type: 'CreateRole', role: 'role:deploy', name: 'deploy', trustPolicy: '{ half' },
  { type: 'AddUserToGroup', user: 'user:ana', group: 'group:devs' },
  { type: 'AttachGroupPolicy', group: 'group:devs', policy: 'policy:Read' },
  { type: 'AttachUserPolicy', user: 'user:ana', policy: 'policy:ReadOnly' },
  { type: 'PutUserPermissionsBoundary', user: 'user:ana', policy: 'policy:Read' },
  { type: 'PutUserPolicy', user: 'user:ana', name: 'Own', text: read },
  { type: 'UpdateUserCredentials', user: 'user:ana', accessKeys: 1, mfa: true },
  {
    type: 'AddResource',
    resource: 'resource:f',
    name: 'f',
    arn: 'arn:aws:lambda:eu-west-1:123456789012:function:f',
    service: 'lambda',
    resourceType: 'function',
  },
  { type: 'SetRunsAs', resource: 'resource:f', role: 'role:deploy' },
]
const all = ['policy:Read', 'policy:ReadOnly', 'group:devs', 'user:ana', 'role:deploy', 'resource:f'] as const

function model(): Model {
  const made = apply(emptyModel('Shop'), { type: 'Batch', commands })
  if (!made.ok) throw new Error(made.problem.message)
  return made.model
}

const documentOf = (from: Model) => ({ model: from, layout: { positions: {}, homes: {} }, drafts: {} })

function pastedInto(target: Model, ids: readonly (typeof all)[number][], source = model()) {
  const text = copyText(documentOf(source), ids, [], () => ({ x: 0, y: 0 }))
  const copied = text === undefined ? undefined : readCopied(text)
  if (!copied) throw new Error('nothing was copied')
  const pasted = pasteCommands(target, copied.model)
  const result = apply(target, { type: 'Batch', commands: pasted.commands })
  if (!result.ok) throw new Error(result.problem.message)
  return { ...pasted, model: result.model }
}

describe('pasting a copy', () => {
  it('gives new ids and free names, and keeps what joins the copies', () => {
    const { model: after, ids } = pastedInto(model(), all)
    const user = after.users[ids.get('user:ana') as 'user:ana']
    expect(user).toMatchObject({
      name: 'ana-2',
      groups: [ids.get('group:devs')],
      attachedPolicies: ['policy:ReadOnly'],
      permissionsBoundary: ids.get('policy:Read'),
      inlinePolicies: [{ name: 'Own', text: read }],
      accessKeys: 1,
      mfa: true,
      tags: [{ key: 'team', value: 'a' }],
    })
    expect(after.groups[ids.get('group:devs') as 'group:devs']?.attachedPolicies).toEqual([
      ids.get('policy:Read'),
    ])
    expect(after.resources[ids.get('resource:f') as 'resource:f']).toMatchObject({
      arn: 'arn:aws:lambda:eu-west-1:123456789012:function:f-2',
      runsAs: ids.get('role:deploy'),
    })
    expect(after.roles[ids.get('role:deploy') as 'role:deploy']?.trustPolicy).toBe('{ half')
  })

  it('into another model keeps names, and changes nothing that was there', () => {
    const target = emptyModel('Other')
    const { model: after } = pastedInto(target, all)
    expect(Object.values(after.users).map(user => user.name)).toEqual(['ana'])
    expect(usesOf(after, 'policy:Read').attachedTo).toHaveLength(1)
  })

  it('any part of a model: attachments among the copied are kept, all others are not, originals stay', () => {
    fc.assert(
      fc.property(fc.subarray([...all], { minLength: 1 }), chosen => {
        const before = model()
        const { model: after, ids } = pastedInto(before, chosen)
        for (const id of all) {
          const [collection] = Object.entries(before).find(([, records]) => Object.hasOwn(records, id)) ?? []
          const records = (from: Model) => from[collection as 'users'] as Record<string, unknown>
          expect(records(after)[id]).toEqual(records(before)[id])
        }
        const copy = after.users[ids.get('user:ana') as 'user:ana']
        const original = before.users['user:ana']
        if (!copy) return
        const among = (list: readonly string[]) =>
          list.filter(id => chosen.some(one => one === id)).map(id => ids.get(id as 'policy:Read'))
        expect(copy.attachedPolicies).toEqual(among(original?.attachedPolicies ?? []))
        expect(copy.groups).toEqual(among(original?.groups ?? []))
      }),
    )
  })
})

describe('pasting text', () => {
  beforeEach(() => openDocument(documentOf(model()), 'test'))
  const state = () => useWorkspace.getState()

  it('the JSON of a policy becomes a policy, byte for byte, attached to the holder that is selected', () => {
    select({ kind: 'entities', ids: ['role:deploy'] })
    const text = `${read}\r\n`
    pasteText(text)
    const [id] = state().document.model.roles['role:deploy']?.attachedPolicies ?? []
    expect(id && state().document.model.policies[id]?.text).toBe(text)
    expect(state().history.past.map(({ label }) => label)).toEqual([
      'PastedPolicy pasted and attached to deploy',
    ])
  })

  it('is one step, undone and done again as a whole', () => {
    const before = state().document
    const text = copyText(before, all, [], () => ({ x: 40, y: 40 })) ?? ''
    pasteText(text)
    const after = state().document
    expect(state().history.past).toHaveLength(1)
    undo()
    expect(state().document).toEqual(before)
    redo()
    expect(state().document).toEqual(after)
  })

  it('any JSON changes nothing or is one step, and never throws', () => {
    const shaped = fc
      .record({
        format: fc.constant('iam-canvas'),
        schemaVersion: fc.constant(1),
        clipboard: fc.constant(true),
      })
      .chain(head =>
        fc
          .record({
            model: fc.oneof(
              fc.jsonValue(),
              fc.record({ users: fc.jsonValue(), groups: fc.dictionary(fc.string(), fc.jsonValue()) }),
            ),
            layout: fc.record({
              positions: fc.jsonValue(),
              notes: fc.dictionary(fc.string(), fc.jsonValue()),
            }),
          })
          .map(rest => JSON.stringify({ ...head, ...rest })),
      )
    fc.assert(
      fc.property(fc.oneof(fc.json(), shaped, fc.string()), text => {
        openDocument(documentOf(model()), 'test')
        pasteText(text)
        expect(state().history.past.length).toBeLessThanOrEqual(1)
      }),
    )
  })
})
