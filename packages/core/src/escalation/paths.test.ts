import { describe, expect, it } from 'vitest'
import { apply } from '../model/apply.ts'
import type { Command } from '../model/commands.ts'
import { emptyModel } from '../model/empty-model.ts'
import type { Model } from '../model/records.ts'
import { ESCALATION_RULES } from './catalogue.ts'
import { escalationPaths } from './paths.ts'

const account = '111122223333'
const arn = (end: string) => `arn:aws:iam::${account}:${end}`
const text = (...statements: object[]) => JSON.stringify({ Version: '2012-10-17', Statement: statements })
const allow = (Action: string | string[], Resource: string, more: object = {}) => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...more,
})
const trust = (principal: object) => text({ Effect: 'Allow', Principal: principal, Action: 'sts:AssumeRole' })

function modelOf(...commands: Command[]): Model {
  const result = apply(emptyModel('ways up', account), { type: 'Batch', commands })
  if (!result.ok) throw new Error(result.problem.message)
  return result.model
}

const bob: Command = { type: 'CreateUser', user: 'user:bob', name: 'bob' }
const inline = (...statements: object[]): Command => ({
  type: 'PutUserPolicy',
  user: 'user:bob',
  name: 'own',
  text: text(...statements),
})
const admin = (principal: object): Command => ({
  type: 'CreateRole',
  role: 'role:admin',
  name: 'admin',
  trustPolicy: trust(principal),
})
const lambdaRole = admin({ Service: 'lambda.amazonaws.com' })
const waysOf = (model: Model) =>
  escalationPaths(model, 'user:bob').map(({ gain, hops }) =>
    [gain.kind === 'becomes' ? gain.principal : gain.kind, ...hops.map(({ rule }) => rule)].join(' '),
  )

describe('one action on oneself', () => {
  it.each(['AttachUserPolicy', 'PutUserPolicy'])('%s writes one’s own permissions', action => {
    const model = modelOf(bob, inline(allow(`iam:${action}`, arn('user/${aws:username}'))))
    expect(waysOf(model)).toEqual([`own-permissions ${action}`])
  })

  it('on somebody else it is none', () => {
    expect(waysOf(modelOf(bob, inline(allow('iam:AttachUserPolicy', arn('user/eve')))))).toEqual([])
  })

  it('an explicit deny closes it', () => {
    const closed = { Effect: 'Deny', Action: 'iam:AttachUserPolicy', Resource: '*' }
    expect(waysOf(modelOf(bob, inline(allow('iam:AttachUserPolicy', '*'), closed)))).toEqual([])
  })

  it('a condition on something unknown leaves it possible, and says so', () => {
    const model = modelOf(
      bob,
      inline(
        allow('iam:PutUserPolicy', '*', { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } }),
      ),
    )
    expect(escalationPaths(model, 'user:bob').map(({ decision }) => decision)).toEqual(['DependsOnContext'])
    expect(escalationPaths(model, 'user:bob', { missingKeys: 'absent' })).toEqual([])
  })

  it('a boundary is a way only for whoever has one', () => {
    const model = modelOf(bob, inline(allow('iam:DeleteUserPermissionsBoundary', '*')))
    expect(waysOf(model)).toEqual([])
    const boundary: Command = {
      type: 'CreatePolicy',
      policy: 'policy:Edge',
      name: 'Edge',
      text: text(allow('iam:*', '*')),
    }
    const bound: Command = { type: 'PutUserPermissionsBoundary', user: 'user:bob', policy: 'policy:Edge' }
    const bounded = modelOf(bob, inline(allow('iam:DeleteUserPermissionsBoundary', '*')), boundary, bound)
    expect(waysOf(bounded)).toEqual(['own-permissions DeleteUserPermissionsBoundary'])
  })
})

describe('through groups and policies', () => {
  const held: Command[] = [
    { type: 'CreateGroup', group: 'group:ops', name: 'ops' },
    { type: 'CreatePolicy', policy: 'policy:Ops', name: 'Ops', text: text(allow('iam:Get*', '*')) },
    { type: 'AttachGroupPolicy', group: 'group:ops', policy: 'policy:Ops' },
  ]

  it('joining a group is a way for whoever is not in it', () => {
    expect(waysOf(modelOf(bob, ...held, inline(allow('iam:AddUserToGroup', '*'))))).toEqual([
      'own-permissions AddUserToGroup',
    ])
  })

  it('a new version of a policy that comes through a group', () => {
    const member: Command = { type: 'AddUserToGroup', user: 'user:bob', group: 'group:ops' }
    const model = modelOf(bob, ...held, member, inline(allow('iam:CreatePolicyVersion', arn('policy/*'))))
    expect(waysOf(model)).toEqual(['own-permissions CreatePolicyVersion'])
  })
})

describe('becoming somebody else', () => {
  it('by passing a role to a service that trusts it, and only with all three permissions', () => {
    const pass = allow('iam:PassRole', arn('role/*'))
    const create = allow('lambda:CreateFunction', '*')
    expect(waysOf(modelOf(bob, lambdaRole, inline(pass, create)))).toEqual(['role:admin PassRoleToLambda'])
    expect(waysOf(modelOf(bob, lambdaRole, inline(pass)))).toEqual([])
    expect(waysOf(modelOf(bob, lambdaRole, inline(create)))).toEqual([])
    const other = admin({ Service: 'ec2.amazonaws.com' })
    expect(waysOf(modelOf(bob, other, inline(pass, create)))).toEqual([])
  })

  it('a role that may be passed to another service only is out of reach', () => {
    const pass = allow('iam:PassRole', '*', {
      Condition: { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } },
    })
    expect(waysOf(modelOf(bob, lambdaRole, inline(pass, allow('lambda:*', '*'))))).toEqual([])
  })

  it('the right to make one function is enough, whatever its name', () => {
    const create = allow('lambda:CreateFunction', `arn:aws:lambda:eu-west-1:${account}:function:thumbs`)
    expect(waysOf(modelOf(bob, lambdaRole, inline(allow('iam:PassRole', '*'), create)))).toEqual([
      'role:admin PassRoleToLambda',
    ])
  })

  it('in two hops: a role that may then write its own permissions', () => {
    const model = modelOf(bob, admin({ AWS: arn('user/bob') }), {
      type: 'PutRolePolicy',
      role: 'role:admin',
      name: 'own',
      text: text(allow('iam:AttachRolePolicy', '*')),
    })
    expect(waysOf(model)).toEqual(['role:admin AssumeRole', 'own-permissions AssumeRole AttachRolePolicy'])
  })

  it('goes in no circle', () => {
    const both = (name: string): Command => ({
      type: 'CreateRole',
      role: `role:${name}`,
      name,
      trustPolicy: trust({ AWS: '*' }),
    })
    const model = modelOf(bob, both('one'), both('two'))
    expect(waysOf(model)).toEqual(['role:one AssumeRole', 'role:two AssumeRole'])
  })
})

it('no rule stands in the catalogue twice', () => {
  expect(new Set(ESCALATION_RULES.map(({ id }) => id)).size).toBe(ESCALATION_RULES.length)
})
