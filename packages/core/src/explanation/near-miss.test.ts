import { describe, expect, it } from 'vitest'
import { compilePolicy } from '../access/compile.ts'
import { evaluate } from '../access/evaluate.ts'
import { readRequest, type RequestInput } from '../access/request.ts'
import { parsePolicy } from '../policy/parse.ts'
import { ACCOUNT, ALICE, BUCKET, documentOf, everything, OBJECT, type Written } from '../testing/ask.ts'
import { nearMisses } from './near-miss.ts'

const inSet = (id: string, statements: readonly Written[], kind: 'identity' | 'boundary') => ({
  id,
  compiled: compilePolicy(parsePolicy(JSON.stringify(documentOf(statements))), kind),
  via: [],
})

function missesOf(
  statements: readonly Written[],
  asked: Partial<RequestInput> = {},
  boundary?: readonly Written[],
) {
  const request = readRequest({
    principal: ALICE,
    action: 's3:GetObject',
    resource: OBJECT,
    resourceAccount: ACCOUNT,
    ...asked,
  })
  return nearMisses(
    evaluate(request, {
      identity: [inSet('own', statements, 'identity')],
      ...(boundary && { boundary: inSet('boundary', boundary, 'boundary') }),
    }),
  )
}

describe('near misses', () => {
  it('put what fails in one element before what fails in two, and the nearer before the farther', () => {
    const misses = missesOf([
      { Action: 's3:PutObject', Resource: 'arn:aws:s3:::payroll/*' },
      { Action: 's3:GetObject', Resource: 'arn:aws:s3:::payroll/*' },
      { Action: 's3:GetObject', Resource: BUCKET },
      { Action: 's3:GetItem', Resource: `${BUCKET}/*` },
    ])
    expect(misses.map(({ at }) => at)).toEqual(
      ['/Statement/3', '/Statement/2', '/Statement/1', '/Statement/0'].sort(byRank),
    )
    expect(misses.at(-1)?.failed).toEqual(['Action', 'Resource'])
  })

  it('say what each failed element would have to cover', () => {
    expect(missesOf([{ Sid: 'Read', Action: 's3:PutObject', Resource: `${BUCKET}/*` }])).toEqual([
      {
        policyId: 'own',
        at: '/Statement/0',
        gate: 'identity',
        sid: 'Read',
        failed: ['Action'],
        wanted: [{ element: 'Action', at: '/Statement/0/Action', value: 's3:GetObject' }],
      },
    ])
    expect(missesOf([{ NotAction: ['iam:*', 's3:Get*'], Resource: '*' }])[0]?.wanted).toEqual([
      { element: 'NotAction', at: '/Statement/0/NotAction/1', value: 's3:Get*' },
    ])
    const condition = { StringEquals: { 'aws:SourceVpc': ['vpc-1', 'vpc-2'] } }
    expect(missesOf([{ ...everything, Condition: condition }])[0]?.wanted).toEqual([
      {
        element: 'Condition',
        at: '/Statement/0/Condition/StringEquals/aws:SourceVpc',
        value: 'StringEquals aws:SourceVpc: vpc-1, vpc-2',
      },
    ])
  })

  it('leave out statements about something else entirely', () => {
    expect(missesOf([{ Action: 'ec2:*', Resource: `arn:aws:ec2:*:${ACCOUNT}:instance/*` }])).toEqual([])
    expect(missesOf([{ Effect: 'Deny', Action: 's3:PutObject', Resource: '*' }])).toEqual([])
  })

  it('look only at gates that kept silent', () => {
    const silent = [{ Action: 's3:PutObject', Resource: '*' }]
    expect(
      missesOf([everything, { Action: 's3:PutObject', Resource: '*' }], {}, silent).map(({ gate }) => gate),
    ).toEqual(['boundary'])
  })

  it('are none where something was allowed or denied explicitly', () => {
    expect(missesOf([everything, { Action: 's3:PutObject', Resource: '*' }])).toEqual([])
    expect(
      missesOf([
        { ...everything, Effect: 'Deny' },
        { Action: 's3:PutObject', Resource: '*' },
      ]),
    ).toEqual([])
  })

  it('are at most eight', () => {
    const many = Array.from({ length: 20 }, (_, index) => ({ Action: `s3:Put${index}`, Resource: '*' }))
    expect(missesOf(many)).toHaveLength(8)
  })
})

/** Nearest first: the right bucket without its objects, the wrong action on the right objects, another bucket. */
const order = ['/Statement/2', '/Statement/3', '/Statement/1', '/Statement/0']
const byRank = (left: string, right: string): number => order.indexOf(left) - order.indexOf(right)
