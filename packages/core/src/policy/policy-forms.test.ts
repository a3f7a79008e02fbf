import { describe, expect, it } from 'vitest'
import type { ParsedPolicy, Statement } from './document.ts'
import { parsePolicy } from './parse.ts'

const read = '"Effect":"Allow","Action":"s3:GetObject","Resource":"*"'
const inPolicy = (statement: string): string => `{"Version":"2012-10-17","Statement":${statement}}`

function only({ document }: ParsedPolicy): Statement {
  const [statement] = document.statements
  if (!statement || document.statements.length > 1) throw new Error('one statement was expected')
  return statement
}

const statementOf = (members: string): Statement => only(parsePolicy(inPolicy(`{${members}}`)))
const codesOf = ({ diagnostics }: ParsedPolicy): string[] => diagnostics.map(({ code }) => code)

describe('a policy', () => {
  it('keeps Version, Id and Sid as they are written', () => {
    const { document, diagnostics, complete } = parsePolicy(
      `{"Version":"2008-10-17","Id":"__default_policy_ID","Statement":[{"Sid":"",${read}}]}`,
    )
    expect(document).toMatchObject({ version: '2008-10-17', id: '__default_policy_ID' })
    expect(document.statements[0]?.sid).toBe('')
    expect({ diagnostics, complete }).toEqual({ diagnostics: [], complete: true })
  })

  it('[V1] without Version is a policy, with a warning, and has no version', () => {
    const parsed = parsePolicy(`{"Statement":[{${read}}]}`)
    expect(parsed.document).not.toHaveProperty('version')
    expect(parsed.diagnostics).toMatchObject([{ code: 'missing-version', severity: 'warning', at: '' }])
    expect(parsed).toMatchObject({ complete: true, document: { statements: [{ evaluable: true }] } })
  })

  it.each(['"2012-10-18"', '"2012-10-17 "', '20121017', 'null'])('[V1] has no Version %s', version => {
    const text = `{"Version":${version},"Statement":[{${read}}]}`
    const { diagnostics, complete } = parsePolicy(text)
    expect(complete).toBe(false)
    expect(diagnostics).toMatchObject([{ code: 'unknown-version', severity: 'error', at: '/Version' }])
    expect(diagnostics.map(({ range }) => text.slice(range.from, range.to))).toEqual([version])
  })

  it.each(['[]', '"text"', '17', 'true', 'null'])('is not %s', text => {
    const parsed = parsePolicy(text)
    expect(codesOf(parsed)).toEqual(['not-a-policy'])
    expect(parsed).toMatchObject({ complete: false, document: { statements: [] } })
  })

  it.each(['', ' \n\t '])('is not the empty text %j', text => {
    const parsed = parsePolicy(text)
    expect(codesOf(parsed)).toEqual(['syntax'])
    expect(parsed).toMatchObject({ complete: false, document: { statements: [] } })
  })

  it('may have no statement in its list, but not no list', () => {
    expect(parsePolicy(inPolicy('[]'))).toMatchObject({ complete: true, diagnostics: [] })
    expect(codesOf(parsePolicy('{"Version":"2012-10-17"}'))).toEqual(['missing-statement'])
  })
})

describe('pointers', () => {
  it('name a single statement without an index, and those of a list with one', () => {
    expect(statementOf(read).at).toBe('/Statement')
    const { document } = parsePolicy(inPolicy(`[{${read}},{${read}}]`))
    expect(document.statements.map(({ at }) => at)).toEqual(['/Statement/0', '/Statement/1'])
  })

  it('keep counting where an item of the list is no statement', () => {
    const parsed = parsePolicy(inPolicy(`["no",{${read}}]`))
    expect(parsed.document.statements).toMatchObject([{ at: '/Statement/1', evaluable: true }])
    expect(parsed.diagnostics).toMatchObject([{ code: 'wrong-type', at: '/Statement/0' }])
  })

  it('name a single value by its element, and those of a list with an index', () => {
    const { action, resource } = statementOf('"Effect":"Deny","NotAction":"iam:*","NotResource":["a","b"]')
    expect(action).toEqual({
      at: '/Statement/NotAction',
      not: true,
      values: [{ text: 'iam:*', at: '/Statement/NotAction' }],
    })
    expect(resource).toEqual({
      at: '/Statement/NotResource',
      not: true,
      values: [
        { text: 'a', at: '/Statement/NotResource/0' },
        { text: 'b', at: '/Statement/NotResource/1' },
      ],
    })
  })

  it('name a condition by operator and key, with `/` and `~` escaped', () => {
    const condition = '"Condition":{"StringLike":{"aws:RequestTag/a~b":["x","y"],"s3:prefix":"z"}}'
    const at = '/Statement/Condition/StringLike/aws:RequestTag~1a~0b'
    expect(statementOf(`${read},${condition}`).conditions).toEqual([
      {
        at,
        operator: 'StringLike',
        key: 'aws:RequestTag/a~b',
        values: [
          { text: 'x', at: `${at}/0` },
          { text: 'y', at: `${at}/1` },
        ],
      },
      {
        at: '/Statement/Condition/StringLike/s3:prefix',
        operator: 'StringLike',
        key: 's3:prefix',
        values: [{ text: 'z', at: '/Statement/Condition/StringLike/s3:prefix' }],
      },
    ])
  })
})

describe('Principal', () => {
  const valuesOf = (principal: string) => statementOf(`${read},"Principal":${principal}`).principal?.values

  it('[P1] `"*"` is everyone, and is told from `{ "AWS": "*" }`', () => {
    expect(valuesOf('"*"')).toEqual([{ type: '*', text: '*', at: '/Statement/Principal' }])
    expect(valuesOf('{"AWS":"*"}')).toEqual([{ type: 'AWS', text: '*', at: '/Statement/Principal/AWS' }])
  })

  it.each(['AWS', 'Service', 'Federated', 'CanonicalUser'])(
    '[P1] `%s` has one value, or a list of any length',
    type => {
      const at = `/Statement/Principal/${type}`
      expect(valuesOf(`{"${type}":"a"}`)).toEqual([{ type, text: 'a', at }])
      expect(valuesOf(`{"${type}":[]}`)).toEqual([])
      expect(valuesOf(`{"${type}":["a","b"]}`)).toEqual([
        { type, text: 'a', at: `${at}/0` },
        { type, text: 'b', at: `${at}/1` },
      ])
    },
  )

  it('[P1] several types stand side by side, and NotPrincipal has the same forms', () => {
    const { principal } = statementOf(
      `${read},"NotPrincipal":{"Service":"ec2.amazonaws.com","AWS":["111122223333"]}`,
    )
    expect(principal).toMatchObject({ at: '/Statement/NotPrincipal', not: true })
    expect(principal?.values.map(({ type, text }) => [type, text])).toEqual([
      ['AWS', '111122223333'],
      ['Service', 'ec2.amazonaws.com'],
    ])
  })

  it.each(['aws', 'Aws', 'Services', 'User'])('[P1] there is no type `%s`', type => {
    const parsed = parsePolicy(inPolicy(`{${read},"Principal":{"${type}":"a"}}`))
    expect(parsed.diagnostics).toMatchObject([
      { code: 'unknown-element', severity: 'error', at: `/Statement/Principal/${type}` },
    ])
    expect(only(parsed).evaluable).toBe(false)
  })

  it.each(['null', '["*"]', '1', '{"AWS":null}', '{"AWS":[1]}', '{"AWS":{}}'])('[P1] is not %s', value => {
    const parsed = parsePolicy(inPolicy(`{${read},"Principal":${value}}`))
    expect(codesOf(parsed)).toEqual(['wrong-type'])
    expect(only(parsed).evaluable).toBe(false)
  })

  it('[X6] a bare ARN is an AWS principal, with a warning at it', () => {
    const arn = '"arn:aws:iam::111122223333:user/ana"'
    const text = inPolicy(`{${read},"Principal":${arn}}`)
    const parsed = parsePolicy(text)
    expect(only(parsed)).toMatchObject({
      evaluable: true,
      principal: { values: [{ type: 'AWS', text: JSON.parse(arn), at: '/Statement/Principal' }] },
    })
    expect(parsed.diagnostics).toMatchObject([{ code: 'bare-principal', severity: 'warning' }])
    expect(parsed.diagnostics.map(({ range }) => text.slice(range.from, range.to))).toEqual([arn])
    expect(parsed.complete).toBe(true)
  })
})

describe('conditions', () => {
  const textsOf = (value: string) =>
    statementOf(`${read},"Condition":{"Bool":{"k":${value}}}`).conditions[0]?.values.map(({ text }) => text)

  it('take booleans and numbers for their text, as it is written', () => {
    expect(textsOf('true')).toEqual(['true'])
    expect(textsOf('[false,"false"]')).toEqual(['false', 'false'])
    expect(textsOf('[10, 1.50, -0, 1e3]')).toEqual(['10', '1.50', '-0', '1e3'])
  })

  it('keep digits that a number would lose', () => {
    expect(textsOf('12345678901234567890123')).toEqual(['12345678901234567890123'])
    expect(textsOf('1e999')).toEqual(['1e999'])
  })

  it.each(['null', '{}', '[null]', '[["a"]]'])('have no value %s', value => {
    const parsed = parsePolicy(inPolicy(`{${read},"Condition":{"Bool":{"k":${value}}}}`))
    expect(codesOf(parsed)).toEqual(['wrong-type'])
    expect(only(parsed).evaluable).toBe(false)
  })

  it.each(['[]', '"Bool"', '{"Bool":"k"}', '{"Bool":["k"]}'])('are not %s', value => {
    const parsed = parsePolicy(inPolicy(`{${read},"Condition":${value}}`))
    expect(codesOf(parsed)).toEqual(['wrong-type'])
    expect(only(parsed).evaluable).toBe(false)
  })
})
