import { apply, type Command, emptyModel, type Model } from '@iam-canvas/core'
import { describe, expect, it } from 'vitest'
import { readCanvasFile, writeCanvasFile } from './canvas-file.ts'
import { EMPTY_LAYOUT } from './canvas-layout.ts'

const COMMANDS: readonly Command[] = [
  { type: 'CreateUser', user: 'user:ana', name: 'ana' },
  { type: 'CreateGroup', group: 'group:developers', name: 'developers' },
  { type: 'CreateRole', role: 'role:deploy', name: 'deploy', trustPolicy: '{\r\n "half' },
  { type: 'CreatePolicy', policy: 'policy:Read', name: 'Read', text: '{ "Version" : "2012-10-17" }\r\n' },
  { type: 'AddUserToGroup', user: 'user:ana', group: 'group:developers' },
  { type: 'AttachGroupPolicy', group: 'group:developers', policy: 'policy:Read' },
  { type: 'PutUserPermissionsBoundary', user: 'user:ana', policy: 'policy:Read' },
  {
    type: 'AddResource',
    resource: 'resource:f',
    name: 'f',
    arn: 'arn:aws:lambda:eu-west-1:123456789012:function:f',
    service: 'lambda',
    resourceType: 'function',
  },
  { type: 'SetRunsAs', resource: 'resource:f', role: 'role:deploy' },
  {
    type: 'CreateOrganization',
    organization: 'o-exampleorgid',
    root: 'ou:root',
    managementAccount: 'account:123456789012',
  },
  { type: 'EnablePolicyType', purpose: 'service-control' },
  { type: 'CreateOrganizationalUnit', ou: 'ou:a', name: 'A', parent: 'ou:root' },
  { type: 'CreateOrganizationalUnit', ou: 'ou:b', name: 'B', parent: 'ou:a' },
]

function sample(): Model {
  const result = apply(emptyModel('Shop'), { type: 'Batch', commands: COMMANDS })
  if (!result.ok) throw new Error(result.problem.message)
  return result.model
}

interface Damaged {
  model: Record<string, Record<string, Record<string, unknown>>>
  [key: string]: unknown
}

/** The sample's file with something changed by hand, read again. */
function readChanged(change: (file: Damaged) => void): ReturnType<typeof sound> {
  const file = JSON.parse(writeCanvasFile({ model: sample() }, 'test')) as Damaged
  change(file)
  return sound(JSON.stringify(file))
}

function sound(text: string) {
  const result = readCanvasFile(text)
  if (!result.ok) throw new Error(result.problem.message)
  return { ...result.value, codes: result.notes.map(note => note.code), notes: result.notes }
}

describe('a file of IAM Canvas', () => {
  it('gives back the model, the layout and whatever else was in it', () => {
    const content = {
      model: sample(),
      layout: {
        positions: { 'user:ana': { x: 1.5, y: -20 }, 'note:1': { x: 0, y: 0 } },
        homes: { 'user:ana': 'group:developers' } as const,
        collapsed: ['group:developers'] as const,
      },
      extras: { questions: [{ principal: 'user:ana' }], another: null },
    }
    const text = writeCanvasFile(content, 'test')
    const { model, layout, extras, codes } = sound(text)
    expect({ model, layout, extras }).toEqual(content)
    expect(codes).toEqual([])
    expect(writeCanvasFile({ model, layout, extras }, 'test')).toBe(text)
  })

  it('policy texts are kept byte for byte', () => {
    const { model } = sound(writeCanvasFile({ model: sample() }, 'test'))
    expect(model.policies['policy:Read']?.text).toBe('{ "Version" : "2012-10-17" }\r\n')
    expect(model.roles['role:deploy']?.trustPolicy).toBe('{\r\n "half')
  })

  it('a key that is not known survives in a record, in the layout and at the top', () => {
    const { model, layout, extras } = readChanged(file => {
      Object.assign(file.model.users?.['user:ana'] ?? {}, { colour: 'red' })
      Object.assign(file.layout as object, { zoom: 2 })
      file.plans = [1]
    })
    expect(model.users['user:ana']).toMatchObject({ colour: 'red' })
    expect(layout).toMatchObject({ zoom: 2 })
    expect(extras).toEqual({ plans: [1] })
  })

  it('extras cannot stand in for what the file itself says', () => {
    const { model } = sound(
      writeCanvasFile({ model: sample(), extras: { model: {}, schemaVersion: 9 } }, 'test'),
    )
    expect(model.name).toBe('Shop')
  })
})

describe('the request that is asked about', () => {
  const readRequest = (request: unknown) =>
    readChanged(file => {
      file.request = request
    }).request

  it('comes back with one value, several, and none', () => {
    const request = { 'aws:SourceIp': '203.0.113.1', 'aws:TagKeys': ['a', 'b'], 'aws:SourceVpce': [] }
    const text = writeCanvasFile({ model: sample(), request }, 'test')
    expect(sound(text).request).toEqual(request)
    expect(sound(text).extras).toEqual({})
  })

  it('is not in a file where nothing is settled', () => {
    expect(writeCanvasFile({ model: sample(), request: {} }, 'test')).not.toContain('"request"')
    expect(readRequest(undefined)).toBeUndefined()
  })

  it('keeps what makes sense of one that was damaged', () => {
    expect(
      readRequest({
        'aws:SourceIp': '203.0.113.1',
        'AWS:SOURCEIP': 'a second time',
        'aws:CurrentTime': 7,
        'aws:TagKeys': ['a', null],
        'aws:PrincipalArn': { $ne: '' },
        constructor: 'x',
        'aws:\u0000': 'x',
        'aws:UserAgent': 'x'.repeat(5000),
        'aws:CalledVia': Array.from({ length: 1000 }, () => 'x'),
      }),
    ).toEqual({ 'aws:SourceIp': '203.0.113.1' })
  })

  it.each([null, 'x', 7, [], ['aws:SourceIp'], { __proto__: { 'aws:SourceIp': 'x' } }])(
    'is no request when it is %j',
    request => {
      expect(readRequest(request)).toBeUndefined()
    },
  )

  it('has no more keys than any request', () => {
    const many = Object.fromEntries(Array.from({ length: 1000 }, (_, at) => [`aws:RequestTag/${at}`, 'x']))
    expect(Object.keys(readRequest(many) ?? {})).toHaveLength(200)
  })
})

describe('mending', () => {
  it('ids that point nowhere are dropped, each with a note', () => {
    const { model, codes } = readChanged(({ model }) => {
      delete model.groups?.['group:developers']
      delete model.policies?.['policy:Read']
      delete model.roles?.['role:deploy']
    })
    expect(model.users['user:ana']?.groups).toEqual([])
    expect(model.users['user:ana']).not.toHaveProperty('permissionsBoundary')
    expect(model.resources['resource:f']).not.toHaveProperty('runsAs')
    expect(codes.toSorted()).toEqual(['dangling-boundary', 'dangling-group', 'dangling-role'])
  })

  it('OUs that stand inside themselves move to the root', () => {
    const { model, codes } = readChanged(({ model }) => {
      Object.assign(model.ous?.['ou:a'] ?? {}, { parent: 'ou:b' })
    })
    expect(model.ous['ou:a']?.parent).toBe('ou:root')
    expect(model.ous['ou:b']?.parent).toBe('ou:a')
    expect(codes).toEqual(['ou-cycle'])
  })

  it('there is one root, and nothing hangs in the air', () => {
    const { model, codes } = readChanged(({ model }) => {
      delete model.ous?.['ou:a']?.parent
      Object.assign(model.ous?.['ou:b'] ?? {}, { parent: 'ou:gone' })
      Object.assign(model.accounts?.['account:123456789012'] ?? {}, { ou: 'ou:gone' })
    })
    expect(Object.values(model.ous).map(ou => ou.parent)).toEqual([undefined, 'ou:root', 'ou:root'])
    expect(model.accounts['account:123456789012']?.ou).toBe('ou:root')
    expect(codes).toEqual(['second-root', 'dangling-ou'])
  })

  it('an organization without a root gets one; OUs without an organization go', () => {
    const rootless = readChanged(({ model }) => {
      Object.assign(model.ous?.['ou:root'] ?? {}, { parent: 'ou:b' })
    })
    expect(rootless.codes).toEqual(['no-root', 'ou-cycle'])
    expect(Object.values(rootless.model.ous).filter(ou => !ou.parent)).toHaveLength(1)
    const without = readChanged(({ model }) => {
      delete model.organization
    })
    expect(without.model.ous).toEqual({})
    expect(without.model.accounts['account:123456789012']).not.toHaveProperty('management')
  })

  it('a chain of 20,000 OUs takes no time', () => {
    const { codes } = readChanged(({ model }) => {
      for (let at = 0; at < 20_000; at += 1) {
        Object.assign(model.ous ?? {}, {
          [`ou:${at}`]: {
            kind: 'ou',
            id: `ou:${at}`,
            name: 'x',
            parent: `ou:${at + 1}`,
            attachedPolicies: [],
          },
        })
      }
    })
    expect(codes).toEqual(['dangling-ou'])
  })

  it('a damaged record is left out, and the note says what is wrong with it', () => {
    const { model, notes } = readChanged(({ model }) => {
      Object.assign(model.users?.['user:ana'] ?? {}, { tags: 'none' })
      Object.assign(model.roles?.['role:deploy'] ?? {}, { id: 'role:other' })
      Object.assign(model.policies ?? {}, { 'policy:x': null, constructor: {}, 'user:ana': {} })
    })
    expect(model.users).toEqual({})
    expect(Object.keys(model.policies)).toEqual(['policy:Read', 'policy:FullAWSAccess'])
    expect(notes[0]).toMatchObject({
      code: 'unreadable-record',
      count: 5,
      examples: expect.arrayContaining([
        'user:ana: tags should be a list of tags',
        'role:deploy: its id is another',
      ]),
    })
  })

  it('a missing account is added, and of two with one number the first counts', () => {
    const { model, codes } = readChanged(({ model }) => {
      Object.assign(model.users?.['user:ana'] ?? {}, { account: '999999999999' })
      Object.assign(model.accounts ?? {}, {
        'account:twin': {
          kind: 'account',
          id: 'account:twin',
          account: '123456789012',
          name: 'Twin',
          attachedPolicies: [],
        },
      })
    })
    expect(Object.values(model.accounts).map(({ account }) => account)).toEqual([
      '123456789012',
      '999999999999',
    ])
    expect(codes).toEqual(['same-account', 'missing-account'])
  })

  it('a model has at least one account', () => {
    const { model } = sound('{"format": "iam-canvas", "schemaVersion": 1, "model": {}}')
    expect(Object.keys(model.accounts)).toHaveLength(1)
    expect(model.name).toBe('Untitled')
  })

  it('a layout that makes no sense is passed over', () => {
    const { layout, codes } = readChanged(file => {
      file.layout = {
        positions: {
          'user:ana': { x: 'left', y: 0 },
          'group:developers': { x: 1e300, y: 0 },
          a: null,
          b: { x: 1, y: 2 },
        },
        homes: { 'user:ana': 'group:gone', 'user:gone': 'group:developers', constructor: 'group:developers' },
      }
    })
    expect(layout).toEqual({ positions: { b: { x: 1, y: 2 } }, homes: {} })
    expect(codes).toEqual([])
    expect(readChanged(file => void (file.layout = 7)).layout).toEqual(EMPTY_LAYOUT)
  })

  it('a key `__proto__` does no harm wherever it stands', () => {
    const text = writeCanvasFile(
      { model: sample(), layout: { positions: { 'user:ana': { x: 1, y: 2 } }, homes: {} } },
      'test',
    )
      .replace('"users": {', '"users": { "__proto__": { "polluted": 1 },')
      .replace('"groups": {', '"__proto__": { "polluted": 1 }, "groups": { "user:__proto__": {},')
      .replace(
        '"positions": {',
        '"__proto__": { "polluted": 1 }, "positions": { "__proto__": { "x": 1, "y": 2 },',
      )
    const { model, layout } = sound(text)
    expect(Object.keys(model.users)).toEqual(['user:ana'])
    for (const value of [{}, model, model.users, layout, layout.positions])
      expect(value).not.toHaveProperty('polluted')
    expect(layout.positions).not.toHaveProperty('x')
  })
})

describe('what is no such file', () => {
  it.each<[string, string, RegExp]>([
    ['', 'empty', /empty/],
    ['{"format": "iam-canvas", ', 'not-json', /ends too early/],
    [
      '{"format": "iam-canvas", "schemaVersion": 2, "savedWith": "IAM Canvas 3.1", "model": {}}',
      'newer-version',
      /newer version of IAM Canvas \(IAM Canvas 3\.1\)/,
    ],
    ['{"format": "iam-canvas", "model": {}}', 'unknown-version', /schemaVersion/],
    ['{"format": "iam-canvas", "schemaVersion": "1", "model": {}}', 'unknown-version', /schemaVersion/],
    ['{"format": "iam-canvas", "schemaVersion": 1}', 'damaged', /no model/],
    ['{"format": "iam-canvas", "schemaVersion": 1, "model": []}', 'damaged', /no model/],
    ['{"UserDetailList": []}', 'not-a-canvas-file', /account dump/],
    ['{"Statement": []}', 'not-a-canvas-file', /single policy/],
    ['null', 'not-a-canvas-file', /no file of IAM Canvas/],
    [
      `{"format": "iam-canvas", "schemaVersion": 1, "model": {}, "x": ${'['.repeat(5000)}${']'.repeat(5000)}}`,
      'damaged',
      /nested/,
    ],
  ])('%.80s', (text, code, message) => {
    const result = readCanvasFile(text)
    expect(result).toMatchObject({ ok: false, problem: { code, message: expect.stringMatching(message) } })
  })
})
