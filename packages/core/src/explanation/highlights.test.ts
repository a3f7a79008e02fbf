import { describe, expect, it } from 'vitest'
import { expectMarks, marksOf } from '../testing/expect-marks.ts'
import { highlightsFor } from './highlights.ts'

const version = '"Version":"2012-10-17"'

describe('the marks of a policy', () => {
  it('are the patterns that made a statement match, and no others', () => {
    expectMarks(
      `{${version},"Statement":{"Effect":"Allow","Action":["ec2:*",«"s3:Get*"»],"Resource":«"*"»}}`,
      's3:GetObject',
    )
    expectMarks(
      `{${version},"Statement":[{"Effect":"Allow","Action":«"s3:*"»,"Resource":["arn:aws:s3:::x",«"arn:aws:s3:::reports/*"»]},{"Effect":"Deny","Action":"s3:Put*","Resource":"*"}]}`,
      's3:GetObject',
    )
  })

  it('hold a condition from its key to its last value, and the value that was met', () => {
    const asked = { context: { 'aws:SourceVpc': 'vpc-2', 'aws:SecureTransport': 'true' } }
    expectMarks(
      `{${version},"Statement":{"Effect":"Allow","Action":«"*"»,"Resource":«"*"»,"Condition":{"StringEquals":{«"aws:SourceVpc":["vpc-1",«"vpc-2"»]»},"Bool":{«"aws:SecureTransport":«true»»}}}}`,
      's3:GetObject',
      asked,
    )
  })

  it('show NotAction as a whole when it matches, and what it lists when it does not', () => {
    expectMarks(
      `{${version},"Statement":{"Effect":"Allow","NotAction":«["iam:*","sts:*"]»,"Resource":«"*"»}}`,
      's3:GetObject',
      {},
      ['element', 'pattern'],
    )
    expectMarks(
      `{${version},"Statement":{"Effect":"Allow","NotAction":["iam:*",«"s3:*"»],"Resource":«"*"»}}`,
      's3:GetObject',
      {},
      ['element', 'pattern'],
    )
  })

  it('show in a near miss what failed as well as what matched', () => {
    const { marks, parsed } = marksOf(
      `{${version},"Statement":{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::reports"}}`,
      's3:GetObject',
    )
    const shown = marks
      .filter(({ kind }) => kind === 'pattern')
      .map(({ from, to, outcome }) => [parsed.text.slice(from, to), outcome])
    expect(shown).toEqual([
      ['"s3:GetObject"', 'matched'],
      ['"arn:aws:s3:::reports"', 'failed'],
    ])
  })

  it('tell the statements that determine the decision from the others', () => {
    const allow = '{"Effect":"Allow","Action":"*","Resource":"*"}'
    const deny = '{"Effect":"Deny","Action":"s3:*","Resource":"*"}'
    const { marks } = marksOf(`{${version},"Statement":[${allow},${deny}]}`, 's3:GetObject')
    const statements = marks.filter(({ kind }) => kind === 'statement')
    expect(statements.map(({ effect, outcome, determining }) => [effect, outcome, determining])).toEqual([
      ['Allow', 'matched', false],
      ['Deny', 'matched', true],
    ])
  })

  it('show what hangs on context as such', () => {
    const { marks } = marksOf(
      `{${version},"Statement":{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"Bool":{"aws:SecureTransport":"true"}}}}`,
      's3:GetObject',
      { missingKeys: 'unknown' },
    )
    expect(marks.find(({ kind }) => kind === 'condition')).toMatchObject({
      outcome: 'depends',
      determining: true,
    })
  })

  it('are sorted by where they begin, the wider first', () => {
    const { marks } = marksOf(
      `{${version},"Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}`,
      's3:GetObject',
    )
    expect(marks.map(({ kind }) => kind)).toEqual(['statement', 'pattern', 'pattern'])
    expect([...marks].sort((a, b) => a.from - b.from || b.to - a.to)).toEqual(marks)
  })

  it('leave a half-typed statement alone but for itself, and other policies altogether', () => {
    const { marks, parsed, explanation } = marksOf(
      `{${version},"Statement":[{"Effect":"Allow","Action":"s3:*","Resource":`,
      's3:GetObject',
    )
    expect(marks.map(({ kind, outcome }) => [kind, outcome])).toEqual([['statement', 'unevaluated']])
    expect(highlightsFor(explanation, parsed, 'another')).toEqual([])
  })
})
