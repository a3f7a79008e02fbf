import { expect, it } from 'vitest'
import { explainThroughRoles } from '../explanation/explain-through-roles.ts'
import { explainCall } from '../explanation/explain-call.ts'
import { apply } from '../model/apply.ts'
import type { Command } from '../model/commands.ts'
import { emptyModel } from '../model/empty-model.ts'
import type { Model } from '../model/records.ts'
import { assumableRoles } from './assume-roles.ts'

const document = (...statements: object[]) => JSON.stringify({ Version: '2012-10-17', Statement: statements })
const trusts = (arn: string, condition = {}) =>
  document({ Effect: 'Allow', Principal: { AWS: arn }, Action: 'sts:AssumeRole', ...condition })
const allows = (action: string, resource: string) =>
  document({ Effect: 'Allow', Action: action, Resource: resource })
const role = (name: string, account = '111122223333') => `arn:aws:iam::${account}:role/${name}`

function modelWith(...commands: Command[]): Model {
  const result = apply(emptyModel('test', '111122223333'), { type: 'Batch', commands })
  if (!result.ok) throw new Error(result.problem.message)
  return result.model
}

const ana = 'arn:aws:iam::111122223333:user/ana'
const user: Command = { type: 'CreateUser', user: 'user:ana', name: 'ana' }

const chain = modelWith(
  user,
  { type: 'CreateRole', role: 'role:deploy', name: 'deploy', trustPolicy: trusts(ana) },
  { type: 'CreateRole', role: 'role:release', name: 'release', trustPolicy: trusts(role('deploy')) },
  {
    type: 'PutRolePolicy',
    role: 'role:release',
    name: 'Put',
    text: allows('s3:PutObject', 'arn:aws:s3:::releases/*'),
  },
)

it('[S4] a chain of roles is followed hop by hop, with the path', () => {
  expect(assumableRoles(chain, 'user:ana')).toEqual([
    {
      role: 'role:deploy',
      decision: 'Allow',
      path: [{ from: 'user:ana', role: 'role:deploy', decision: 'Allow' }],
    },
    {
      role: 'role:release',
      decision: 'Allow',
      path: [
        { from: 'user:ana', role: 'role:deploy', decision: 'Allow' },
        { from: 'role:deploy', role: 'role:release', decision: 'Allow' },
      ],
    },
  ])
})

it('[S4] what a role may do is reached through it, and not by the caller itself', () => {
  const question = {
    principal: 'user:ana',
    action: 's3:PutObject',
    resource: 'arn:aws:s3:::releases/1.zip',
  } as const
  const [way, ...more] = explainThroughRoles(chain, question)
  expect(way?.by.path.map(hop => hop.role)).toEqual(['role:deploy', 'role:release'])
  expect(way?.explanation.decision).toBe('Allow')
  expect(more).toEqual([])
})

it('[S2] a trust in the whole account needs the caller to be allowed as well', () => {
  const account = 'arn:aws:iam::111122223333:root'
  const shared: Command = {
    type: 'CreateRole',
    role: 'role:shared',
    name: 'shared',
    trustPolicy: trusts(account),
  }
  expect(assumableRoles(modelWith(user, shared), 'user:ana')).toEqual([])
  const allowed = modelWith(user, shared, {
    type: 'PutUserPolicy',
    user: 'user:ana',
    name: 'Assume',
    text: allows('sts:AssumeRole', role('shared')),
  })
  expect(assumableRoles(allowed, 'user:ana').map(({ role: id }) => id)).toEqual(['role:shared'])
})

it('[S2] across accounts both sides have to agree', () => {
  const other: Command = {
    type: 'AddAccount',
    account: 'account:other',
    number: '444455556666',
    name: 'other',
  }
  const there: Command = {
    type: 'CreateRole',
    role: 'role:there',
    name: 'there',
    account: '444455556666',
    trustPolicy: trusts(ana),
  }
  expect(assumableRoles(modelWith(user, other, there), 'user:ana')).toEqual([])
  const both = modelWith(user, other, there, {
    type: 'PutUserPolicy',
    user: 'user:ana',
    name: 'Assume',
    text: allows('sts:AssumeRole', role('there', '444455556666')),
  })
  expect(assumableRoles(both, 'user:ana').map(({ role: id }) => id)).toEqual(['role:there'])
})

it('[C16] a trust under a condition gives a way that hangs on context; a certain way is preferred', () => {
  const mfa = { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } }
  const guarded: Command = {
    type: 'CreateRole',
    role: 'role:admin',
    name: 'admin',
    trustPolicy: trusts(ana, mfa),
  }
  const [way] = assumableRoles(modelWith(user, guarded), 'user:ana')
  expect(way).toMatchObject({ role: 'role:admin', decision: 'DependsOnContext' })
  expect(assumableRoles(modelWith(user, guarded), 'user:ana', { missingKeys: 'absent' })).toEqual([])
})

it('roles that trust each other in a circle come to an end', () => {
  const circle = modelWith(
    { type: 'CreateRole', role: 'role:a', name: 'a', trustPolicy: trusts(role('b')) },
    { type: 'CreateRole', role: 'role:b', name: 'b', trustPolicy: trusts(role('a')) },
  )
  expect(assumableRoles(circle, 'role:a').map(({ role: id }) => id)).toEqual(['role:b'])
})

it('[S9] giving a role to a function needs iam:PassRole on it, and the answer names what failed', () => {
  const create = 'arn:aws:lambda:eu-west-1:111122223333:function:scores'
  const model = modelWith(
    user,
    { type: 'CreateRole', role: 'role:scores', name: 'scores', trustPolicy: document() },
    { type: 'PutUserPolicy', user: 'user:ana', name: 'Create', text: allows('lambda:CreateFunction', '*') },
  )
  const question = {
    principal: 'user:ana',
    action: 'lambda:CreateFunction',
    resource: create,
    passedRole: role('scores'),
  }
  const denied = explainCall(model, question)
  expect(denied.decision).toBe('ImplicitDeny')
  expect(denied.failed?.request).toEqual({ principal: ana, action: 'iam:PassRole', resource: role('scores') })
  const passing = apply(model, {
    type: 'PutUserPolicy',
    user: 'user:ana',
    name: 'Pass',
    text: allows('iam:PassRole', role('scores')),
  })
  expect(passing.ok && explainCall(passing.model, question).decision).toBe('Allow')
})
