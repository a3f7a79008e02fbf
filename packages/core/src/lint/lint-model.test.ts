import { describe, expect, it } from 'vitest'
import { apply } from '../model/apply.ts'
import type { Command } from '../model/commands.ts'
import { documentsOf } from '../model/documents.ts'
import { emptyModel } from '../model/empty-model.ts'
import type { GroupId, Model, User } from '../model/records.ts'
import { lintModel, MODEL_CHECKS, placeOfDocument } from './lint-model.ts'

const ACCOUNT = '111122223333'
const read =
  '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*"}]}'
const all = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}'
const trusting = (principal: object) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: principal, Action: 'sts:AssumeRole' }],
  })

function model(...commands: readonly Command[]): Model {
  const result = apply(emptyModel('m', ACCOUNT), { type: 'Batch', commands })
  if (!result.ok) throw new Error(result.problem.message)
  return result.model
}

const user: Command = { type: 'CreateUser', user: 'user:ana', name: 'ana' }
const group: Command = { type: 'CreateGroup', group: 'group:g', name: 'g' }
const join: Command = { type: 'AddUserToGroup', user: 'user:ana', group: 'group:g' }
const policy = (name: string, text = read): Command => ({
  type: 'CreatePolicy',
  policy: `policy:${name}`,
  name,
  text,
})
const toGroup = (name: string): Command => ({
  type: 'AttachGroupPolicy',
  group: 'group:g',
  policy: `policy:${name}`,
})
const toUser = (name: string): Command => ({
  type: 'AttachUserPolicy',
  user: 'user:ana',
  policy: `policy:${name}`,
})
const role = (principal: object): Command => ({
  type: 'CreateRole',
  role: 'role:r',
  name: 'r',
  trustPolicy: trusting(principal),
})
const toRole: Command = { type: 'AttachRolePolicy', role: 'role:r', policy: 'policy:P' }
const LAMBDA = { Service: 'lambda.amazonaws.com' }
const names = (count: number) => Array.from({ length: count }, (_, index) => `P${index}`)
const many = (count: number): Command[] => [
  group,
  ...names(count).map(name => policy(name, read.replace('b/*', `${name}/*`))),
  ...names(count).map(toGroup),
]
const inline = (size: number): Command => ({
  type: 'PutUserPolicy',
  user: 'user:ana',
  name: 'Notes',
  text: read.replace('b/*', 'x'.repeat(size)),
})

/** No command makes such a user, but a file may hold one. */
function withUser(changed: Partial<User>): Model {
  const found = model(user)
  const ana = found.users['user:ana']
  if (!ana) throw new Error('there is no ana')
  return { ...found, users: { 'user:ana': { ...ana, ...changed } } }
}

/** For each code: a model that has it, and one very like it that has not. */
const EXAMPLES: readonly (readonly [code: string, has: Model, hasNot: Model])[] = [
  ['attached-policies-over-quota', model(...many(11)), model(...many(10))],
  ['attached-policies-over-limit', model(...many(21)), model(...many(20))],
  ['inline-policies-too-long', model(user, inline(2_000)), model(user, inline(1_800))],
  [
    'groups-over-limit',
    withUser({ groups: names(11).map((name): GroupId => `group:${name}`) }),
    model(user, group, join),
  ],
  ['access-keys-over-limit', withUser({ accessKeys: 3 }), withUser({ accessKeys: 2 })],
  [
    'policy-on-user',
    model(user, policy('P'), toUser('P')),
    model(user, group, join, policy('P'), toGroup('P')),
  ],
  ['policy-not-attached', model(policy('P')), model(group, policy('P'), toGroup('P'))],
  ['role-without-policies', model(role(LAMBDA)), model(role(LAMBDA), policy('P'), toRole)],
  ['role-nobody-assumes', model(role(LAMBDA)), model(role({ Service: 'config.amazonaws.com' }))],
  ['empty-group', model(group), model(group, user, join)],
  ['group-without-policies', model(group), model(group, policy('P'), toGroup('P'))],
  ['user-without-permissions', model(user, group, join), model(user, group, join, policy('P'), toGroup('P'))],
  [
    'console-without-mfa',
    model(user, { type: 'UpdateUserCredentials', user: 'user:ana', consolePassword: true, mfa: false }),
    model(user, { type: 'UpdateUserCredentials', user: 'user:ana', consolePassword: true, mfa: true }),
  ],
  [
    'person-with-access-keys',
    model(user, { type: 'UpdateUserCredentials', user: 'user:ana', consolePassword: true, accessKeys: 1 }),
    model(user, { type: 'UpdateUserCredentials', user: 'user:ana', accessKeys: 1 }),
  ],
  [
    'administrator-user',
    model(user, group, join, policy('P', all), toGroup('P')),
    model(user, group, join, policy('P'), toGroup('P')),
  ],
  [
    'boundary-without-policies',
    model(user, policy('P'), { type: 'PutUserPermissionsBoundary', user: 'user:ana', policy: 'policy:P' }),
    model(user, policy('P'), toUser('P'), {
      type: 'PutUserPermissionsBoundary',
      user: 'user:ana',
      policy: 'policy:P',
    }),
  ],
  ['policies-say-the-same', model(policy('P'), policy('Q')), model(policy('P'), policy('Q', all))],
  [
    'principal-not-in-account',
    model(user, role({ AWS: `arn:aws:iam::${ACCOUNT}:user/bob` })),
    model(user, role({ AWS: `arn:aws:iam::${ACCOUNT}:user/ana` })),
  ],
]

const codes = (found: Model): readonly string[] => lintModel(found).map(({ code }) => code)

describe('each check of a model', () => {
  it.each(EXAMPLES)('%s is found where it is, and not where it is not', (code, has, hasNot) => {
    expect(codes(has)).toContain(code)
    expect(codes(hasNot)).not.toContain(code)
  })

  it('has an example and a code of its own', () => {
    expect(MODEL_CHECKS.map(({ code }) => code).sort()).toEqual(EXAMPLES.map(([code]) => code).sort())
  })
})

describe('where a document stands', () => {
  const places = (found: Model) =>
    documentsOf(found).map(document => ({ id: document.id, ...placeOfDocument(found, document) }))

  it('tells how it is to be read, and by whom it is held', () => {
    expect(places(model(user, inline(10), role(LAMBDA), policy('P'), toRole))).toEqual([
      { id: 'policy:P', kind: 'identity', standing: { account: ACCOUNT, heldBy: new Set(['role']) } },
      { id: 'inline:user:ana/Notes', kind: 'identity', standing: { account: ACCOUNT, inlineOf: 'user' } },
      { id: 'trust:role:r', kind: 'trust', standing: { account: ACCOUNT } },
    ])
  })

  it('is a boundary where that is all it is used for', () => {
    const bounded = model(user, policy('P'), {
      type: 'PutUserPermissionsBoundary',
      user: 'user:ana',
      policy: 'policy:P',
    })
    expect(places(bounded)[0]).toMatchObject({ id: 'policy:P', kind: 'boundary' })
  })
})
