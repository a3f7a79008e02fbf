import {
  actionIn,
  type GrantsFile,
  grantingPolicies,
  type PoliciesFile,
  type PolicyFile,
  readPolicies,
  readService,
  type ServiceFile,
} from '@iam-canvas/reference/compiled'
import { describe, expect, it } from 'vitest'
import { exampleArns } from './example-arn.ts'
import { reachOf } from './granted.ts'

const folder = '../../../../packages/reference/generated'
const files = import.meta.glob<string>(
  [
    '../../../../packages/reference/generated/policies.json',
    '../../../../packages/reference/generated/policies/*.json',
    '../../../../packages/reference/generated/{services,grants}/{s3,iam,dynamodb,ec2,kms}.json',
  ],
  { eager: true, query: '?raw', import: 'default' },
)
// The files are compiled with the app, and tested for their form there.
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the one cast, instead of one at each caller
const read = <T>(name: string) => JSON.parse(files[`${folder}/${name}.json`] ?? '') as T

const policies = readPolicies(read<PoliciesFile>('policies'))
const texts = policies.map(({ name }) => JSON.stringify(read<PolicyFile>(`policies/${name}`).document))

function ask(full: string) {
  const [prefix = '', name = ''] = full.split(':')
  const service = readService(prefix, read<ServiceFile>(`services/${prefix}`))
  const action = actionIn(service, name)
  if (!action) throw new Error(`no action ${full}`)
  const granting = new Set(
    grantingPolicies(read<GrantsFile>(`grants/${prefix}`), service.actions.indexOf(action)),
  )
  return { granting, arns: exampleArns(service, action, '111122223333') }
}

describe('which managed policies grant an action', () => {
  it.each(['s3:GetObject', 'iam:PassRole', 'dynamodb:PutItem', 'ec2:DescribeInstances', 'kms:Decrypt'])(
    'the engine allows %s by no policy that the index does not name',
    full => {
      const { granting, arns } = ask(full)
      const wrong = policies.filter(
        (_, index) => !granting.has(index) && reachOf(texts[index] ?? '', full, arns) !== 'some',
      )
      expect(wrong.map(({ name }) => name)).toEqual([])
      expect(granting.size).toBeGreaterThan(0)
    },
  )

  it('tells how far: on everything, under conditions, or on what it names', () => {
    const reach = (policy: string, full: string) =>
      reachOf(texts[policies.findIndex(({ name }) => name === policy)] ?? '', full, ask(full).arns)
    expect(reach('AmazonS3ReadOnlyAccess', 's3:GetObject')).toBe('everywhere')
    expect(reach('AmazonDynamoDBFullAccess', 'iam:PassRole')).toBe('conditions')
    expect(reach('AWSLambda_FullAccess', 'iam:PassRole')).toBe('conditions')
    expect(reach('AmazonSageMakerFullAccess', 's3:GetObject')).toBe('conditions')
    expect(reach('IAMUserChangePassword', 'iam:ChangePassword')).toBe('some')
  })
})
