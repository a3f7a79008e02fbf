import { describe, expect, it } from 'vitest'
import type { ParsedPolicy } from './document.ts'
import { parsePolicy } from './parse.ts'

const read = '"Effect":"Allow","Action":"s3:GetObject","Resource":"*"'
const sound = `{"Sid":"Sound",${read}}`
const besides = (statement: string): string => `{"Version":"2012-10-17","Statement":[${sound},${statement}]}`

/** What is said about a text: the code, and the part of the text that it is said about. */
const said = ({ text, diagnostics }: ParsedPolicy): (readonly [string, string])[] =>
  diagnostics.map(({ code, range }) => [code, text.slice(range.from, range.to)])

const evaluable = ({ document }: ParsedPolicy): boolean[] => document.statements.map(one => one.evaluable)

describe('a mistake in one statement leaves the others evaluable', () => {
  it.each([
    ['NotResouce', `{${read},"NotResouce":"*"}`, 'unknown-element', '"NotResouce"'],
    ['Effect: ALLOW', '{"Effect":"ALLOW","Action":"*","Resource":"*"}', 'unknown-effect', '"ALLOW"'],
    ['Effect: true', '{"Effect":true,"Action":"*","Resource":"*"}', 'unknown-effect', 'true'],
    ['no Effect', '{"Action":"*"}', 'missing-effect', '{"Action":"*"}'],
    ['no Action', '{"Effect":"Deny"}', 'missing-action', '{"Effect":"Deny"}'],
    ['Action and NotAction', `{${read},"NotAction":"iam:*"}`, 'both-forms', '"NotAction"'],
    ['Resource and NotResource', `{${read},"NotResource":"*"}`, 'both-forms', '"NotResource"'],
    [
      'Principal and NotPrincipal',
      `{${read},"Principal":"*","NotPrincipal":"*"}`,
      'both-forms',
      '"NotPrincipal"',
    ],
    ['a number as Action', '{"Effect":"Deny","Action":["*",7]}', 'wrong-type', '7'],
    ['null as Resource', '{"Effect":"Deny","Action":"*","Resource":null}', 'wrong-type', 'null'],
    ['a number as Sid', `{${read},"Sid":7}`, 'wrong-type', '7'],
  ])('%s', (_name, statement, code, marked) => {
    const parsed = parsePolicy(besides(statement))
    expect(said(parsed)).toEqual([[code, marked]])
    expect(parsed.diagnostics[0]?.severity).toBe('error')
    expect(evaluable(parsed)).toEqual([true, false])
    expect(parsed.complete).toBe(false)
  })

  it('a single statement with two mistakes is told of both, in the order of the text', () => {
    const parsed = parsePolicy('{"Version":"2012-10-17","Statement":{"Effect":"deny","Actoin":"*"}}')
    expect(said(parsed)).toEqual([
      ['missing-action', '{"Effect":"deny","Actoin":"*"}'],
      ['unknown-effect', '"deny"'],
      ['unknown-element', '"Actoin"'],
    ])
  })
})

describe('suggestions', () => {
  const message = (statement: string) =>
    parsePolicy(besides(statement)).diagnostics.find(({ code }) => code.startsWith('unknown'))?.message

  it.each([
    ['NotResouce', 'NotResource'],
    ['effect', 'Effect'],
    ['Actions', 'Action'],
    ['Condtion', 'Condition'],
    ['sid', 'Sid'],
    ['NOTPRINCIPAL', 'NotPrincipal'],
  ])('`%s` was probably meant as `%s`', (typed, meant) => {
    expect(message(`{${read},"${typed}":"*"}`)).toContain(`did you mean \`${meant}\`?`)
  })

  it.each(['Comment', 'x', '', '__proto__', 'A'.repeat(10_000)])('`%.20s` is near to nothing', typed => {
    expect(message(`{${read},"${typed}":"*"}`)).toMatch(/there is no element/)
    expect(message(`{${read},"${typed}":"*"}`)).not.toContain('did you mean')
  })

  it.each([
    ['ALLOW', 'Allow'],
    ['deny', 'Deny'],
  ])('the effect `%s` was meant as `%s`', (typed, meant) => {
    const statement = `{"Effect":"${typed}","Action":"*"}`
    expect(message(statement)).toContain(`did you mean \`${meant}\`?`)
    expect(parsePolicy(besides(statement)).document.statements[1]?.effect).toBe(meant)
  })

  it('what cannot be read as an effect is held for a Deny, and never matches', () => {
    const [, statement] = parsePolicy(besides('{"Effect":"Maybe","Action":"*"}')).document.statements
    expect(statement).toMatchObject({ effect: 'Deny', evaluable: false })
  })
})

describe('[X7] duplicate keys', () => {
  it('[X7] the last value counts, and the error is at the first name', () => {
    const text = besides('{"Effect":"Deny","Action":"a:b","Resource":"*","Effect":"Allow"}')
    const parsed = parsePolicy(text)
    expect(said(parsed)).toEqual([['duplicate-key', '"Effect"']])
    expect(parsed.diagnostics[0]).toMatchObject({ severity: 'error', at: '/Statement/1/Effect' })
    expect(parsed.diagnostics[0]?.range.from).toBe(text.indexOf('"Effect":"Deny"'))
    expect(parsed.document.statements[1]?.effect).toBe('Allow')
    expect(parsed.complete).toBe(false)
  })

  it('[X7] places are those of the last, as deep as they go', () => {
    const first = '{"Bool":{"k":["a","b","c"]}}'
    const last = '{"Bool":{"k":"d"}}'
    const { document, rangeOf, keyRangeOf, text } = parsePolicy(
      besides(`{${read},"Condition":${first},"Condition":${last}}`),
    )
    const at = '/Statement/1/Condition'
    expect(document.statements[1]?.conditions.flatMap(({ values }) => values)).toEqual([
      { text: 'd', at: `${at}/Bool/k` },
    ])
    expect(rangeOf(at)?.from).toBe(text.lastIndexOf(last))
    expect(keyRangeOf(at)?.from).toBe(text.lastIndexOf('"Condition"'))
    expect(rangeOf(`${at}/Bool/k/2`)).toBeUndefined()
  })

  it('[X7] of three, each but the last has an error', () => {
    const parsed = parsePolicy(besides('{"Effect":"Deny","Action":"a","Action":"b","Action":"c"}'))
    expect(said(parsed)).toEqual([
      ['duplicate-key', '"Action"'],
      ['duplicate-key', '"Action"'],
    ])
    const ranges = parsed.diagnostics.map(({ range }) => range.from)
    expect(ranges).toEqual([parsed.text.indexOf('"Action":"a"'), parsed.text.indexOf('"Action":"b"')])
    expect(parsed.document.statements[1]?.action?.values).toMatchObject([{ text: 'c' }])
  })

  it('[X7] names are the same by what they say, not by how they are escaped', () => {
    const parsed = parsePolicy(besides('{"Effect":"Deny","Action":"a","\\u0041ction":"b"}'))
    expect(said(parsed)).toEqual([['duplicate-key', '"Action"']])
    expect(parsed.document.statements[1]?.action?.values).toMatchObject([{ text: 'b' }])
  })

  it('[X7] are reported everywhere: in the policy, in operators and in keys', () => {
    const policy = `{"Version":"2008-10-17","Version":"2012-10-17","Statement":{${read},"Condition":{"Bool":{"k":"1","k":"2"},"Bool":{"j":"3"}}}}`
    const parsed = parsePolicy(policy)
    // The keys of an operator that is replaced are replaced with it.
    expect(said(parsed)).toEqual([
      ['duplicate-key', '"Version"'],
      ['duplicate-key', '"Bool"'],
    ])
    expect(parsed.document.version).toBe('2012-10-17')
  })
})

describe('errors of syntax', () => {
  const comma = (text: string) => parsePolicy(text).diagnostics.map(({ message }) => message)

  it('a comment is an error, and leaves no doubt about the statement around it', () => {
    const parsed = parsePolicy(besides(`{${read} // why\n}`))
    expect(said(parsed)).toEqual([['syntax', '// why']])
    expect(evaluable(parsed)).toEqual([true, true])
    expect(parsed.complete).toBe(false)
  })

  it.each([
    ['in a list', `{"Effect":"Allow","Action":["s3:*",],"Resource":"*"}`],
    ['in a statement', `{${read},}`],
  ])('a trailing comma %s is an error at the comma, and only that statement is in doubt', (_where, text) => {
    const parsed = parsePolicy(besides(text))
    expect(said(parsed)).toEqual([['syntax', ',']])
    expect(comma(besides(text))).toEqual(['JSON takes no `,` after the last item: take it out'])
    expect(evaluable(parsed)).toEqual([true, false])
    expect(parsed.complete).toBe(false)
  })

  it.each([
    ['after the statements', `{"Version":"2012-10-17","Statement":[${sound},${sound},]}`],
    ['after the last element', `{"Version":"2012-10-17","Statement":[${sound},${sound}],}`],
    ['after the policy', `{"Version":"2012-10-17","Statement":[${sound},${sound}]},`],
    ['and another policy after it', `{"Version":"2012-10-17","Statement":[${sound},${sound}]}{}`],
  ])('what is wrong outside of statements leaves them evaluable: a comma %s', (_where, text) => {
    const parsed = parsePolicy(text)
    expect(said(parsed).map(([code]) => code)).toEqual(['syntax'])
    expect(evaluable(parsed)).toEqual([true, true])
    expect(parsed.complete).toBe(false)
  })

  it.each([
    ['a missing comma', '{"Effect":"Allow" "Action":"*"}'],
    ['a missing colon', '{"Effect" "Allow","Action":"*"}'],
    ['a missing value', '{"Effect":"Allow","Action":}'],
    ['single quotes', `{"Effect":"Allow","Action":'*'}`],
    ['a bare word', '{"Effect":"Allow","Action":s3}'],
    ['an open text', '{"Effect":"Allow","Action":"*\n}'],
    ['a bad escape', '{"Effect":"Allow","Action":"\\x"}'],
    ['a bad \\u escape', '{"Effect":"Allow","Action":"\\u12"}'],
    ['a tab in a text', '{"Effect":"Allow","Action":"a\tb"}'],
    ['a number with a leading zero', `{${read},"Condition":{"NumericEquals":{"k":01}}}`],
  ])('%s puts its own statement in doubt, not the one before', (_name, statement) => {
    const parsed = parsePolicy(besides(statement))
    expect(said(parsed).map(([code]) => code)).toContain('syntax')
    expect(evaluable(parsed)[0]).toBe(true)
    expect(evaluable(parsed).slice(1)).not.toContain(true)
    expect(parsed.complete).toBe(false)
  })

  it('no place has two errors', () => {
    const { diagnostics } = parsePolicy('{"Statement":[{"Action":,,,}}')
    const places = diagnostics.filter(({ code }) => code === 'syntax').map(({ range }) => range.from)
    expect(new Set(places).size).toBe(places.length)
  })
})
