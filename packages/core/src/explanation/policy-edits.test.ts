import { describe, expect, it } from 'vitest'
import { parsePolicy } from '../policy/parse.ts'
import { withStatement } from './policy-edits.ts'
import { withArnRenamed } from './renamed-arns.ts'

const statement = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }
const added = (text: string) => withStatement(parsePolicy(text), statement)

describe('one more statement', () => {
  it('goes to the end of the list and is set like the others', () => {
    const text = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Deny",
      "Action": "*",
      "Resource": "*"
    }
  ]
}`
    expect(added(text)).toBe(
      text.replace(
        '\n    }\n  ]',
        `
    },
    {
      "Effect": "Allow",
      "Action": "s3:GetObject",
      "Resource": "*"
    }
  ]`,
      ),
    )
  })

  it.each([
    '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"*","Resource":"*"}]}',
    '{"Statement": {"Effect":"Deny","Action":"*","Resource":"*"}}',
    '{"Version":"2012-10-17","Statement":[]}',
    '{}',
    '',
  ])('makes a complete policy of %s', text => {
    const parsed = parsePolicy(added(text) ?? '')
    expect(parsed.complete).toBe(true)
    expect(parsed.document.statements.at(-1)).toMatchObject({ effect: 'Allow' })
    expect(parsed.document.statements).toHaveLength(text.includes('Deny') ? 2 : 1)
  })

  it('leaves a half-typed text alone', () => {
    expect(added('{"Statement": [')).toBeUndefined()
  })
})

describe('an ARN that is named otherwise', () => {
  const from = 'arn:aws:iam::111122223333:role/app'
  const to = 'arn:aws:iam::444455556666:role/app'

  it('changes in Principal and Resource, with what is below it, and nowhere else', () => {
    const text = `{"Statement":[{"Sid":"${from}","Effect":"Allow","Principal":{"AWS":["${from}","${from}-2"]},"Action":"*","Resource":"${from}/x"}]}`
    expect(withArnRenamed(parsePolicy(text), from, to)).toBe(
      `{"Statement":[{"Sid":"${from}","Effect":"Allow","Principal":{"AWS":["${to}","${from}-2"]},"Action":"*","Resource":"${to}/x"}]}`,
    )
  })

  it('is nothing where nothing names it', () => {
    expect(withArnRenamed(parsePolicy('{"Statement":[]}'), from, to)).toBeUndefined()
  })
})
