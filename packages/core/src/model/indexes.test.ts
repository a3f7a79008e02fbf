import { expect, it } from 'vitest'
import { apply } from './apply.ts'
import { entityById } from './collections.ts'
import { documentById, documentsOf } from './documents.ts'
import { emptyModel } from './empty-model.ts'
import { arnOf, entityByArn, partitionOf } from './entity-arn.ts'
import { freeId, freeName } from './free-name.ts'
import { accountsIn, childOus, membersOf, runningAs, usesOf } from './indexes.ts'
import { sampleModel } from './testing/sample-model.ts'

const model = sampleModel()

it('derives the other side of every relation', () => {
  expect(membersOf(model, 'group:developers')).toEqual(['user:ana'])
  expect(membersOf(model, 'group:none')).toEqual([])
  expect(usesOf(model, 'policy:ReadTable')).toEqual({
    attachedTo: ['user:ben', 'group:developers'],
    boundaryOf: ['user:ben'],
    controls: [],
  })
  expect(usesOf(model, 'policy:DenyRegions').controls).toEqual(['ou:workloads'])
  expect(runningAs(model, 'role:deploy')).toEqual(['resource:resize'])
  expect(childOus(model, undefined)).toEqual(['ou:root'])
  expect(childOus(model, 'ou:root')).toEqual(['ou:workloads'])
  expect(accountsIn(model, 'ou:workloads')).toEqual(['account:prod'])
})

it('an edit elsewhere keeps the very same answer', () => {
  const edited = apply(model, { type: 'PutResourcePolicy', resource: 'resource:releases', text: '{}' })
  expect(edited.ok && membersOf(edited.model, 'group:developers')).toBe(membersOf(model, 'group:developers'))
})

it('finds an entity by any id, and nothing by what is no id', () => {
  expect(entityById(model, 'user:ana')?.name).toBe('ana')
  for (const id of [
    '__proto__',
    'constructor',
    'user:constructor',
    'user',
    '',
    ':',
    'users:ana',
    'user:toString',
  ]) {
    expect(entityById(model, id)).toBeUndefined()
  }
})

it('every entity has the ARN that AWS would give it, and is found by it', () => {
  const arns = {
    'user:ben': 'arn:aws:iam::123456789012:user/engineering/ben',
    'group:developers': 'arn:aws:iam::123456789012:group/developers',
    'role:deploy': 'arn:aws:iam::123456789012:role/deploy',
    'policy:ReadTable': 'arn:aws:iam::123456789012:policy/ReadTable',
    'policy:ReadOnlyAccess': 'arn:aws:iam::aws:policy/ReadOnlyAccess',
    'account:prod': 'arn:aws:iam::210987654321:root',
    'resource:releases': 'arn:aws:s3:::releases',
  } as const
  for (const [id, arn] of Object.entries(arns)) {
    expect(arnOf(model, id as keyof typeof arns)).toBe(arn)
    expect(entityByArn(model, arn)?.id).toBe(id)
  }
  expect(arnOf(model, 'policy:DenyRegions')).toBeUndefined()
  expect(arnOf(model, 'ou:root')).toBeUndefined()
  expect(arnOf(model, 'user:nobody')).toBeUndefined()
  expect(entityByArn(model, '__proto__')).toBeUndefined()
})

it('ARNs stand in the partition of their account', () => {
  const base = emptyModel('China', '123456789012')
  const account = base.accounts['account:123456789012']
  const china = {
    ...base,
    accounts: account ? { [account.id]: { ...account, partition: 'aws-cn' } } : {},
  }
  const result = apply(china, { type: 'CreateUser', user: 'user:a', name: 'a' })
  expect(result.ok && arnOf(result.model, 'user:a')).toBe('arn:aws-cn:iam::123456789012:user/a')
  expect(partitionOf(china, 'aws')).toBe('aws-cn')
})

it('every policy text is listed once, with its owner', () => {
  expect(documentsOf(model).map(({ id, owner, purpose }) => [id, owner, purpose])).toEqual([
    ['policy:ReadTable', 'policy:ReadTable', 'identity'],
    ['policy:DenyRegions', 'policy:DenyRegions', 'service-control'],
    ['policy:FullAWSAccess', 'policy:FullAWSAccess', 'service-control'],
    ['inline:role:deploy/logs', 'role:deploy', 'inline'],
    ['trust:role:deploy', 'role:deploy', 'trust'],
  ])
  expect(documentById(model, 'trust:role:deploy')?.owner).toBe('role:deploy')
  expect(documentById(model, 'policy:ReadOnlyAccess')).toBeUndefined()
})

it('free names are names that a command takes', () => {
  expect(freeName(model, 'user', 'cleo')).toBe('cleo')
  expect(freeName(model, 'user', 'ANA')).toBe('ANA-2')
  expect(freeName(model, 'user', 'ana', '210987654321')).toBe('ana')
  expect(freeName(model, 'role', 'Zoë’s role')).toBe('Zo-s-role')
  expect(freeName(model, 'role', '')).toBe('role')
  expect(freeName(model, 'user', 'x'.repeat(80))).toHaveLength(64)
  expect(freeId(model, 'user', 'ana')).toBe('user:ana-2')
  expect(freeId(model, 'user', '__proto__')).toBe('user:__proto__')
})
