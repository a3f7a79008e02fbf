import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AccessQuestion } from '../access/question.ts'
import { apply } from '../model/apply.ts'
import type { Command } from '../model/commands.ts'
import { emptyModel } from '../model/empty-model.ts'
import type { Model } from '../model/records.ts'
import { parsePolicy } from '../policy/parse.ts'
import { ACCOUNT, ALICE, documentOf, type Written } from '../testing/ask.ts'
import { model as randomModel, TARGETS } from '../testing/random-model.ts'
import { explain } from './explain.ts'
import { minimalChanges } from './minimal-changes.ts'
import { withoutItem, withPrincipal, withValue } from './policy-edits.ts'

const text = (...statements: readonly Written[]): string => JSON.stringify(documentOf(statements))
const read: Written = { Action: 's3:GetObject', Resource: 'arn:aws:s3:::reports/*' }
const question: AccessQuestion = {
  principal: 'user:alice',
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::reports/q1.csv',
}

function modelWith(...commands: readonly Command[]): Model {
  const base: readonly Command[] = [
    { type: 'CreateUser', user: 'user:alice', name: 'alice' },
    { type: 'CreateGroup', group: 'group:readers', name: 'readers' },
    { type: 'CreatePolicy', policy: 'policy:Read', name: 'Read', text: text(read) },
  ]
  const result = apply(emptyModel('test', ACCOUNT), { type: 'Batch', commands: [...base, ...commands] })
  if (!result.ok) throw new Error(result.problem.message)
  return result.model
}

const typesOf = (model: Model, asked = question) =>
  minimalChanges(model, asked).map(({ command }) => command.type)

describe('minimal changes', () => {
  it('are policies at hand, groups to join, or exactly what was asked', () => {
    const model = modelWith({ type: 'AttachGroupPolicy', group: 'group:readers', policy: 'policy:Read' })
    expect(minimalChanges(model, question)).toEqual([
      {
        command: {
          type: 'PutUserPolicy',
          user: 'user:alice',
          name: 'AllowGetObject',
          text: JSON.stringify(
            documentOf([
              { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::reports/q1.csv' },
            ]),
            undefined,
            2,
          ),
        },
        decision: 'Allow',
      },
      { command: { type: 'AddUserToGroup', user: 'user:alice', group: 'group:readers' }, decision: 'Allow' },
      { command: { type: 'AttachUserPolicy', user: 'user:alice', policy: 'policy:Read' }, decision: 'Allow' },
    ])
  })

  it('are first of all the near miss, by one edit of its text and nothing else', () => {
    const near =
      '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:PutObject","Resource":"arn:aws:s3:::reports/*"}]}'
    const model = modelWith({ type: 'PutUserPolicy', user: 'user:alice', name: 'Own', text: near })
    expect(minimalChanges(model, question)[0]).toEqual({
      command: {
        type: 'PutUserPolicy',
        user: 'user:alice',
        name: 'Own',
        text: near.replace('"s3:PutObject"', '["s3:PutObject", "s3:GetObject"]'),
      },
      decision: 'Allow',
    })
  })

  it('take away what denies, where it stands and where it comes from', () => {
    const deny = text(read, { ...read, Effect: 'Deny', Action: 's3:*' })
    const model = modelWith(
      { type: 'CreatePolicy', policy: 'policy:Fence', name: 'Fence', text: deny },
      { type: 'AttachGroupPolicy', group: 'group:readers', policy: 'policy:Fence' },
      { type: 'AddUserToGroup', user: 'user:alice', group: 'group:readers' },
      { type: 'AttachUserPolicy', user: 'user:alice', policy: 'policy:Read' },
    )
    const changes = minimalChanges(model, question)
    expect(changes.map(({ command }) => command.type)).toEqual([
      'CreatePolicyVersion',
      'RemoveUserFromGroup',
      'DetachGroupPolicy',
    ])
  })

  it('are several together where one is not enough', () => {
    const model = modelWith({
      type: 'PutUserPolicy',
      user: 'user:alice',
      name: 'Fence',
      text: text({ ...read, Effect: 'Deny' }),
    })
    const [first] = minimalChanges(model, question)
    expect(first?.command).toMatchObject({
      type: 'Batch',
      commands: [
        { type: 'DeleteUserPolicy', name: 'Fence' },
        { type: 'PutUserPolicy', name: 'AllowGetObject' },
      ],
    })
  })

  it('go through a boundary: its near miss first, taking it off only with the rest', () => {
    const model = modelWith(
      { type: 'AttachUserPolicy', user: 'user:alice', policy: 'policy:Read' },
      {
        type: 'CreatePolicy',
        policy: 'policy:Limit',
        name: 'Limit',
        text: text({ ...read, Action: 's3:List*' }),
      },
      { type: 'PutUserPermissionsBoundary', user: 'user:alice', policy: 'policy:Limit' },
    )
    expect(typesOf(model)).toEqual(['CreatePolicyVersion', 'DeleteUserPermissionsBoundary'])
  })

  it('take an allow back where it was given', () => {
    const model = modelWith({ type: 'AttachUserPolicy', user: 'user:alice', policy: 'policy:Read' })
    expect(minimalChanges(model, question)).toEqual([
      {
        command: { type: 'DetachUserPolicy', user: 'user:alice', policy: 'policy:Read' },
        decision: 'ImplicitDeny',
      },
    ])
  })

  it('name whom a trust policy leaves out', () => {
    const trust = text({ Action: 'sts:AssumeRole', Principal: { Service: 'ec2.amazonaws.com' } })
    const model = modelWith({ type: 'CreateRole', role: 'role:deploy', name: 'deploy', trustPolicy: trust })
    const asked = {
      principal: 'user:alice',
      action: 'sts:AssumeRole',
      resource: `arn:aws:iam::${ACCOUNT}:role/deploy`,
    }
    const [first] = minimalChanges(model, asked)
    expect(first?.command).toEqual({
      type: 'UpdateAssumeRolePolicy',
      role: 'role:deploy',
      text: trust.replace('{"Service"', `{"AWS": "${ALICE}", "Service"`),
    })
  })

  it('flip the answer, every one of them, on any model', () => {
    const asked = fc.record({
      principal: fc.constantFrom('user:alice' as const, 'role:deploy' as const),
      target: fc.constantFrom(...TARGETS),
    })
    let proven = 0
    fc.assert(
      fc.property(randomModel, asked, (model, { principal, target }) => {
        const [action = ''] = target.actions
        const how = { principal, action, resource: target.arn, missingKeys: 'absent' as const }
        const before = explain(model, how).decision === 'Allow'
        return minimalChanges(model, how).every(({ command, decision }) => {
          proven++
          const applied = apply(model, command)
          const after = applied.ok ? explain(applied.model, how).decision : undefined
          return after === decision && (after === 'Allow') !== before
        })
      }),
      { numRuns: Number(process.env['FUZZ_RUNS'] ?? 60) },
    )
    expect(proven).toBeGreaterThan(20)
  })
})

describe('edits of a policy text', () => {
  const parsed = parsePolicy(
    '{ "Statement": [ {"Action": [ "a", "b" ]}, {"Action": "a", "Principal": {"AWS": "x"}} , {"Action": []}] }',
  )

  it('add a value and leave the rest byte for byte', () => {
    expect(withValue(parsed, '/Statement/0/Action', 'c')).toBe(parsed.text.replace('"b"', '"b", "c"'))
    expect(withValue(parsed, '/Statement/1/Action', 'c')).toBe(
      parsed.text.replace('{"Action": "a"', '{"Action": ["a", "c"]'),
    )
    expect(withValue(parsed, '/Statement/2/Action', 'c"')).toBe(parsed.text.replace('[]', '["c\\""]'))
    expect(withValue(parsed, '/Statement/9/Action', 'c')).toBeUndefined()
  })

  it('name a principal under its type', () => {
    const at = '/Statement/1/Principal'
    expect(withPrincipal(parsed, at, ALICE)).toBe(parsed.text.replace('"x"', `["x", "${ALICE}"]`))
    expect(withPrincipal(parsed, at, 'ec2.amazonaws.com')).toBe(
      parsed.text.replace('{"AWS"', '{"Service": "ec2.amazonaws.com", "AWS"'),
    )
  })

  it('take an item out with its comma, but never the only one', () => {
    expect(withoutItem(parsed, '/Statement/0/Action/0')).toBe(parsed.text.replace('"a", "b"', '"b"'))
    expect(withoutItem(parsed, '/Statement/0/Action/1')).toBe(parsed.text.replace('"a", "b"', '"a"'))
    expect(withoutItem(parsed, '/Statement/1/Action')).toBeUndefined()
    expect(withoutItem(parsePolicy('{"Statement":[{}]}'), '/Statement/0')).toBeUndefined()
  })
})
