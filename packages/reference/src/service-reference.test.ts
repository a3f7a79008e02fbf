import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { actionPage, keyPage, policyGuide, servicePage, typePage } from './doc-pages.ts'
import type { ServiceFile } from './files.ts'
import {
  actionsOfArn,
  actionIn,
  arnServicesOf,
  keysOfAction,
  readService,
  typeOfArn,
} from './service-reference.ts'
import { services as builtIn } from './services.ts'

const service = (prefix: string) =>
  readService(
    prefix,
    JSON.parse(
      readFileSync(join(import.meta.dirname, `../generated/services/${prefix}.json`), 'utf8'),
    ) as ServiceFile,
  )

describe('typeOfArn', () => {
  it.each([
    ['s3', 'arn:aws:s3:::b', 'bucket'],
    ['s3', 'arn:aws:s3:::b/a/key', 'object'],
    ['s3', 'arn:aws:s3:::b/*', 'object'],
    ['dynamodb', 'arn:aws:dynamodb:eu-west-1:111122223333:table/Games', 'table'],
    ['dynamodb', 'arn:aws:dynamodb:*:111122223333:table/Games/index/by-player', 'index'],
    ['iam', 'arn:aws:iam::111122223333:role/app/deploy', 'role'],
    ['lambda', 'arn:aws:lambda:eu-west-1:111122223333:function:f', 'function'],
    ['sqs', 'arn:aws:sqs:eu-west-1:111122223333:jobs', 'queue'],
    ['ssm', 'arn:aws:ssm:eu-west-1:111122223333:parameter/app/url', 'parameter'],
    ['kms', 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab', 'key'],
  ])('%s: %s is a %s', (prefix, arn, type) => {
    expect(typeOfArn(service(prefix), arn)?.type).toBe(type)
  })

  it('[M8] asks a bucket and its objects for different actions', () => {
    const s3 = service('s3')
    expect(actionsOfArn(s3, 'arn:aws:s3:::b')).toContain('s3:ListBucket')
    expect(actionsOfArn(s3, 'arn:aws:s3:::b')).not.toContain('s3:GetObject')
    expect(actionsOfArn(s3, 'arn:aws:s3:::b/*')).toContain('s3:GetObject')
  })

  it('asks roles of IAM what STS does with them', () => {
    expect(arnServicesOf(service('sts'))).toContain('iam')
    expect(actionsOfArn(service('sts'), 'arn:aws:iam::111122223333:role/deploy')).toContain('sts:AssumeRole')
  })
})

it('[C15] tells the keys that an action carries: its own, and those of its resource types', () => {
  const s3 = service('s3')
  const keys = keysOfAction(s3, actionIn(s3, 'GetObject')!).map(({ key }) => key)
  expect(keys).toContain('s3:TlsVersion')
  expect(keys).not.toContain('s3:prefix')
  expect(keysOfAction(s3, actionIn(s3, 'ListBucket')!).map(({ key }) => key)).toContain('s3:prefix')
})

it('the built-in list is part of it, with the same levels', () => {
  const differ = builtIn.flatMap(({ prefix, actions }) => {
    const full = service(prefix)
    return actions.flatMap(([level, , names]) =>
      names.split(' ').flatMap(name => {
        const found = actionIn(full, name)
        return found?.level === level ? [] : [`${prefix}:${name} ${level} ${found?.level}`]
      }),
    )
  })
  expect(differ).toEqual([])
})

it('leads to the place in the documentation of AWS', () => {
  const reference = 'https://docs.aws.amazon.com/service-authorization/latest/reference'
  expect(servicePage('AWS X-Ray')).toBe(`${reference}/list_awsx-ray.html`)
  expect(servicePage('Amazon AppStream 2.0', 'keys')).toBe(
    `${reference}/list_amazonappstream2.0.html#amazonappstream2.0-policy-keys`,
  )
  expect(servicePage('AWS Identity and Access Management (IAM)')).toBe(
    `${reference}/list_awsidentityandaccessmanagementiam.html`,
  )
  expect(actionPage('Amazon S3', 'GetObject')).toBe(`${reference}/list_amazons3.html#amazons3-GetObject`)
  expect(typePage('Amazon S3', 'object')).toBe(`${reference}/list_amazons3.html#amazons3-object`)
  expect(keyPage('Amazon S3', 's3:authType')).toBe(`${reference}/list_amazons3.html#amazons3-s3_authType`)
  expect(keyPage('Amazon S3', 'aws:ResourceTag/${TagKey}')).toBe(
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-resourcetag',
  )
  expect(policyGuide('s3')).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/AmazonS3\//)
  expect(policyGuide('no-such')).toBeUndefined()
})
