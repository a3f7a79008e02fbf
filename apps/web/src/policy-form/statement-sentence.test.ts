import { parsePolicy } from '@iam-canvas/core'
import type { ServiceEntry } from '@iam-canvas/core/lint'
import { expect, it } from 'vitest'
import { actionRows } from './action-rows.ts'
import { statementSentence } from './statement-sentence.ts'

const sentence = (rest: string) => {
  const [statement] = parsePolicy(`{"Statement":[{${rest}}]}`).document.statements
  return statement && statementSentence(statement)
}

it.each([
  [
    '"Effect":"Allow","Action":["dynamodb:GetItem","s3:*"],"Resource":"arn:aws:dynamodb:*:*:table/Games"',
    'Allows `dynamodb:GetItem` and everything in S3 on `Games`.',
  ],
  [
    '"Effect":"Deny","NotAction":"iam:*","Resource":"*"',
    'Denies every action but everything in IAM on every resource.',
  ],
  [
    '"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:user/ana"},"Action":"*","NotResource":"arn:aws:s3:::b"',
    'Allows `user/ana` every action on everything but `b`.',
  ],
  [
    '"Effect":"Allow","Action":"*","Resource":"*","Condition":{"BoolIfExists":{"aws:SecureTransport":true},"StringLike":{"aws:username":["a*","b"]}}',
    'Allows every action on every resource, when `aws:SecureTransport` , if it is there, is `true` and `aws:username` is like `a*` or `b`.',
  ],
  ['"Effect":"Allow"', 'This statement is not complete.'],
])('%s reads as a sentence', (rest, expected) => {
  expect(sentence(rest)).toBe(expected.replace(' , if', ', if'))
})

it('knows of each action whether the list names it, or a pattern covers it', () => {
  const action = (name: string, level: 'Read' | 'List') => ({
    name,
    level,
    resourceTypes: [],
    conditionKeys: [],
  })
  const service: ServiceEntry = {
    prefix: 's3',
    name: 'S3',
    actions: new Map([
      ['getobject', action('GetObject', 'Read')],
      ['getobjectacl', action('GetObjectAcl', 'Read')],
      ['listbucket', action('ListBucket', 'List')],
    ]),
    resourceTypes: new Map(),
    conditionKeys: new Map(),
  }
  const values = ['s3:getobject', 's3:*Acl', 'ec2:ListBucket'].map((text, index) => ({
    text,
    at: `/${index}`,
  }))
  const rows = actionRows(service, values)
  expect(rows.map(({ level }) => level)).toEqual(['List', 'Read'])
  expect(rows.flatMap(({ rows }) => rows).map(({ name, own, coveredBy }) => [name, own, coveredBy])).toEqual([
    ['ListBucket', undefined, undefined],
    ['GetObject', 's3:getobject', undefined],
    ['GetObjectAcl', undefined, 's3:*Acl'],
  ])
})
