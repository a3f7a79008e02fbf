import { apply, type Command, emptyModel, type Model } from '@iam-canvas/core'
import { describe, expect, it } from 'vitest'
import { resourceValuesIn } from './named-arns.ts'
import { type DrawnResources, resourcesFromPolicies } from './resources-from-policies.ts'

const ACCOUNT = '123456789012'

function modelNaming(resource: unknown, more: readonly Command[] = []): Model {
  const text = JSON.stringify({
    Version: '2012-10-17',
    Statement: { Effect: 'Allow', Action: '*', Resource: resource },
  })
  const result = apply(emptyModel(), {
    type: 'Batch',
    commands: [{ type: 'CreatePolicy', policy: 'policy:p', name: 'p', text }, ...more],
  })
  if (!result.ok) throw new Error(result.problem.message)
  return result.model
}

const drawnFor = (...resources: readonly string[]): DrawnResources =>
  resourcesFromPolicies(modelNaming(resources))
const shown = (...resources: readonly string[]): unknown =>
  Object.values(drawnFor(...resources).model.resources).map(({ name, arn, parts, service, type }) => ({
    name,
    arn,
    ...(parts.length > 0 && { parts }),
    is: `${service} ${type}`,
  }))
const leftOut = (...resources: readonly string[]): unknown =>
  drawnFor(...resources).leftOut.map(({ code, count }) => [code, count])

describe('resources that policies name', () => {
  it('[M8] a bucket and its objects are one resource with two targets', () => {
    const bucket = { name: 'b', arn: 'arn:aws:s3:::b', parts: ['arn:aws:s3:::b/*'], is: 's3 bucket' }
    expect(shown('arn:aws:s3:::b')).toEqual([bucket])
    expect(shown('arn:aws:s3:::b/*')).toEqual([bucket])
    expect(shown('arn:aws:s3:::b/*', 'arn:aws:s3:::b', 'arn:aws:s3:::b')).toEqual([bucket])
  })

  it('a prefix in a bucket is a further part', () => {
    expect(shown('arn:aws:s3:::b', 'arn:aws:s3:::b/reports/*', 'arn:aws:s3:::b/index.html')).toEqual([
      {
        name: 'b',
        arn: 'arn:aws:s3:::b',
        parts: ['arn:aws:s3:::b/*', 'arn:aws:s3:::b/reports/*', 'arn:aws:s3:::b/index.html'],
        is: 's3 bucket',
      },
    ])
  })

  it('a table has its indexes and streams as parts', () => {
    const table = `arn:aws:dynamodb:eu-west-1:${ACCOUNT}:table/GameOutcome`
    expect(shown(`${table}/index/*`, table, `${table}/stream/*`)).toEqual([
      {
        name: 'GameOutcome',
        arn: table,
        parts: [`${table}/index/*`, `${table}/stream/*`],
        is: 'dynamodb table',
      },
    ])
  })

  it('a function has its versions, a log group its streams as parts', () => {
    const resize = `arn:aws:lambda:eu-west-1:${ACCOUNT}:function:resize`
    const log = `arn:aws:logs:eu-west-1:${ACCOUNT}:log-group:/aws/lambda/resize`
    expect(shown(`${resize}:*`, `${log}:*`)).toEqual([
      { name: 'resize', arn: resize, parts: [`${resize}:*`], is: 'lambda function' },
      { name: '/aws/lambda/resize', arn: log, parts: [`${log}:*`], is: 'logs log-group' },
    ])
  })

  it.each([
    [`arn:aws:sqs:eu-west-1:${ACCOUNT}:jobs`, 'jobs', 'sqs queue'],
    [`arn:aws:sns:eu-west-1:${ACCOUNT}:alerts`, 'alerts', 'sns topic'],
    [`arn:aws:kms:eu-west-1:${ACCOUNT}:key/1234`, '1234', 'kms key'],
    [`arn:aws:secretsmanager:eu-west-1:${ACCOUNT}:secret:db-??????`, 'db-??????', 'secretsmanager secret'],
    [`arn:aws:ssm:eu-west-1:${ACCOUNT}:parameter/app/prod/*`, 'app/prod/*', 'ssm parameter'],
    [`arn:aws:ec2:eu-west-1:${ACCOUNT}:instance/*`, '*', 'ec2 instance'],
    ['arn:aws:dynamodb:*:123456789012:table/Game*', 'Game*', 'dynamodb table'],
  ])('%s is called %s and is a %s', (arn, name, is) => {
    expect(shown(arn)).toEqual([{ name, arn, is }])
  })

  it('a pattern for the account is the account, where there is one; a pattern for the region stays', () => {
    expect(shown('arn:aws:sqs:*:*:jobs')).toEqual([
      { name: 'jobs', arn: `arn:aws:sqs:*:${ACCOUNT}:jobs`, is: 'sqs queue' },
    ])
    const two = modelNaming('arn:aws:sqs:*:*:jobs', [
      { type: 'AddAccount', account: 'account:b', number: '210987654321', name: 'B' },
    ])
    expect(Object.values(resourcesFromPolicies(two).model.resources)[0]?.arn).toBe('arn:aws:sqs:*:*:jobs')
  })

  it('a policy variable is a pattern in its place', () => {
    expect(shown('arn:aws:s3:::homes/${aws:username}/*')).toEqual([
      {
        name: 'homes',
        arn: 'arn:aws:s3:::homes',
        parts: ['arn:aws:s3:::homes/*', 'arn:aws:s3:::homes/*/*'],
        is: 's3 bucket',
      },
    ])
    expect(shown("arn:aws:sqs:eu-west-1:${aws:PrincipalAccount}:q-${aws:PrincipalTag/team, 'none'}")).toEqual(
      [{ name: 'q-*', arn: `arn:aws:sqs:eu-west-1:${ACCOUNT}:q-*`, is: 'sqs queue' }],
    )
  })

  it('what names no single thing is counted, not drawn', () => {
    expect(leftOut('*', '**')).toEqual([['every-resource', 2]])
    expect(
      leftOut('arn:aws:s3:::*', 'arn:aws:s3:::*/*', 'arn:aws:sqs:*:*:*', 'arn:aws:s3:::*/logs/*'),
    ).toEqual([['whole-service', 4]])
    expect(leftOut(`arn:aws:iam::${ACCOUNT}:role/deploy`, 'arn:aws:iam::*:user/${aws:username}')).toEqual([
      ['iam-entity', 2],
    ])
    expect(leftOut('bucket', 'arn:aws:codecommit:*', 'arn:aws:*:*:*:*', 'arn:aws:s3:::', 'arn:aws')).toEqual([
      ['not-an-arn', 5],
    ])
  })

  it('NotResource counts, and so do single values; half-typed policies do not', () => {
    expect(
      resourceValuesIn('{"Statement": [{"NotResource": "a"}, {"Resource": ["b", 7, null]}, "x"]}'),
    ).toEqual(['a', 'b'])
    expect(resourceValuesIn('{"Statement": [{"Resource": "a"')).toEqual([])
    expect(resourceValuesIn('null')).toEqual([])
  })

  it('what only AWS managed policies name is not drawn', () => {
    const text = '{"Statement": {"Effect": "Allow", "Action": "*", "Resource": "arn:aws:s3:::aws-glue-*"}}'
    const model = modelNaming('*', [
      { type: 'AddAwsManagedPolicy', policy: 'policy:aws', name: 'Glue', text },
    ])
    expect(resourcesFromPolicies(model).model).toBe(model)
  })

  it('inline policies count as well', () => {
    const text = '{"Statement": {"Effect": "Allow", "Action": "*", "Resource": "arn:aws:s3:::b"}}'
    const model = modelNaming('*', [
      { type: 'CreateUser', user: 'user:a', name: 'a' },
      { type: 'PutUserPolicy', user: 'user:a', name: 'own', text },
    ])
    expect(Object.keys(resourcesFromPolicies(model).model.resources)).toEqual(['resource:b'])
  })

  it('a resource of another account brings its account along', () => {
    const { model } = drawnFor('arn:aws:sqs:eu-west-1:210987654321:jobs')
    expect(Object.values(model.accounts).map(({ account }) => account)).toEqual([ACCOUNT, '210987654321'])
    expect(model.resources['resource:jobs']?.account).toBe('210987654321')
  })

  it('what is drawn already is left alone', () => {
    const model = modelNaming('arn:aws:s3:::b', [
      {
        type: 'AddResource',
        resource: 'resource:mine',
        name: 'mine',
        arn: 'arn:aws:s3:::b',
        service: 's3',
        resourceType: 'bucket',
      },
    ])
    expect(resourcesFromPolicies(model).model).toBe(model)
  })

  it('equal names get a word more', () => {
    expect(
      shown(
        'arn:aws:s3:::jobs',
        `arn:aws:sqs:eu-west-1:${ACCOUNT}:jobs`,
        `arn:aws:sns:eu-west-1:${ACCOUNT}:jobs`,
      ),
    ).toMatchObject([{ name: 'jobs' }, { name: 'jobs (eu-west-1)' }, { name: 'jobs (sns)' }])
  })

  it('10,000 ARNs are gone through, and the most often named are drawn', () => {
    const many = Array.from({ length: 10_000 }, (_, at) => `arn:aws:s3:::bucket-${at}`)
    const { model, leftOut } = drawnFor(...many, 'arn:aws:s3:::bucket-9999', 'arn:aws:s3:::bucket-9999')
    expect(Object.keys(model.resources)).toHaveLength(1000)
    expect(model.resources).toHaveProperty('resource:bucket-9999')
    expect(leftOut.map(({ code, count }) => [code, count])).toEqual([['too-many-resources', 9000]])
  })

  it('a bucket with too many prefixes keeps the first', () => {
    const prefixes = Array.from({ length: 40 }, (_, at) => `arn:aws:s3:::b/p${at}/*`)
    const { model, leftOut } = drawnFor(...prefixes)
    expect(model.resources['resource:b']?.parts).toHaveLength(12)
    expect(leftOut).toMatchObject([{ code: 'too-many-parts', count: 29 }])
  })

  it('absurdly long values cost no time', () => {
    expect(leftOut('${'.repeat(500_000))).toEqual([['not-an-arn', 1]])
  })
})
