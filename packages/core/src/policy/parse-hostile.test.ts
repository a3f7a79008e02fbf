import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fuzzRuns, patience } from '../testing/fuzz-runs.ts'
import { parsePolicy } from './parse.ts'

const read = '"Effect":"Allow","Action":"s3:GetObject","Resource":"*"'
const inPolicy = (statement: string): string => `{"Version":"2012-10-17","Statement":${statement}}`

describe('brackets', () => {
  it.each(['[', '{"a":', '[{"a":', '{"a":[', '[}', '{]', '"\n[', '/*"*/[', '//"\n{'])(
    'ten thousand times %j is an error and no exception',
    unit => {
      for (const text of [unit.repeat(10_000), `{"Statement":${unit.repeat(10_000)}`]) {
        expect(parsePolicy(text).complete).toBe(false)
      }
    },
  )

  it('no mixture of brackets, quotes and comments is deep enough to throw', patience(100), () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"',
      '\\',
      ',',
      ':',
      '\n',
      '/*',
      '*/',
      '//',
      '"a":',
      '1',
    )
    const unit = fc.array(piece, { minLength: 1, maxLength: 7 }).map(pieces => pieces.join(''))
    fc.assert(
      fc.property(unit, text => {
        expect(() => parsePolicy(text.repeat(5_000))).not.toThrow()
      }),
      { numRuns: Math.min(fuzzRuns(100), 2_000) },
    )
  })

  it('in a text do not count, however many', () => {
    const action = '[{'.repeat(10_000)
    const { complete, document } = parsePolicy(inPolicy(`{"Effect":"Allow","Action":"${action}"}`))
    expect(complete).toBe(true)
    expect(document.statements[0]?.action?.values).toMatchObject([{ text: action }])
  })

  it('side by side do not count, however many', () => {
    const { complete, document } = parsePolicy(inPolicy(`[${Array(10_000).fill(`{${read}}`).join()}]`))
    expect([complete, document.statements.length]).toEqual([true, 10_000])
  })
})

describe('strange characters', () => {
  it('lone surrogates are kept, and count as one unit', () => {
    const text = inPolicy('{"Effect":"Allow","Action":"s3:\ud83e","Resource":"\\udea3"}')
    const { complete, document, rangeOf } = parsePolicy(text)
    expect(complete).toBe(true)
    expect(document.statements[0]).toMatchObject({
      action: { values: [{ text: 's3:\ud83e' }] },
      resource: { values: [{ text: '\udea3' }] },
    })
    const from = text.indexOf('"s3:')
    expect(rangeOf('/Statement/Action')).toEqual({ from, to: from + 6 })
  })

  it.each([
    ['a byte order mark', '\ufeff'],
    ['a no-break space', '\u00a0'],
    ['a NUL', '\u0000'],
    ['a form feed', '\f'],
    ['a line separator', '\u2028'],
  ])('%s before or after a policy is an error at it, and the policy is understood', (_name, character) => {
    const policy = inPolicy(`[{${read}}]`)
    for (const text of [character + policy, policy + character]) {
      const { complete, diagnostics, document } = parsePolicy(text)
      const from = text.indexOf(character)
      expect(diagnostics).toMatchObject([{ code: 'syntax', range: { from, to: from + 1 } }])
      expect(/invisible/.test(diagnostics[0]?.message ?? '')).toBe(/[^\u0000\f]/.test(character))
      expect(complete).toBe(false)
      expect(document.statements).toMatchObject([
        { evaluable: true, action: { values: [{ text: 's3:GetObject' }] } },
      ])
    }
  })

  it.each(['\u0000', '\u001f', '\t', '\n'])('the control character %j in a text is an error', character => {
    const { complete, document } = parsePolicy(inPolicy(`{"Effect":"Allow","Action":"s3:*${character}"}`))
    expect(complete).toBe(false)
    expect(document.statements.filter(({ evaluable }) => evaluable)).toEqual([])
  })

  it('an escaped NUL is a character like any other', () => {
    const { complete, document } = parsePolicy(inPolicy('{"Effect":"Allow","Action":"a\\u0000b"}'))
    expect(complete).toBe(true)
    expect(document.statements[0]?.action?.values).toMatchObject([{ text: 'a\u0000b' }])
  })

  it('a hundred thousand backslashes are fifty thousand', () => {
    const { complete, document } = parsePolicy(
      inPolicy(`{"Effect":"Allow","Action":"${'\\'.repeat(100_000)}"}`),
    )
    expect(complete).toBe(true)
    expect(document.statements[0]?.action?.values[0]?.text).toBe('\\'.repeat(50_000))
  })
})

describe('numbers', () => {
  it('of any length are kept digit by digit in a condition', () => {
    const digits = '9'.repeat(100_000)
    const { complete, document } = parsePolicy(
      inPolicy(`{${read},"Condition":{"NumericEquals":{"k":[${digits},-${digits}.5E-${digits}]}}}`),
    )
    expect(complete).toBe(true)
    expect(document.statements[0]?.conditions[0]?.values.map(({ text }) => text)).toEqual([
      digits,
      `-${digits}.5E-${digits}`,
    ])
  })
})

describe.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'])('the name %s', name => {
  it('is no element of a policy or of a statement', () => {
    const allow = `{"${name}":{${read}},"Effect":"Allow"}`
    const { document, diagnostics } = parsePolicy(`{"Version":"2012-10-17","${name}":1,"Statement":${allow}}`)
    expect(diagnostics.filter(({ code }) => code === 'unknown-element').map(({ at }) => at)).toEqual([
      `/${name}`,
      `/Statement/${name}`,
    ])
    expect(document.statements).toMatchObject([{ evaluable: false, conditions: [] }])
    expect(document.statements[0]).not.toHaveProperty('action')
  })

  it('is no effect, no Version and no type of a principal', () => {
    const statement = `{"Effect":"${name}","Action":"*","Principal":{"${name}":"*"}}`
    const { document, diagnostics } = parsePolicy(`{"Version":"${name}","Statement":${statement}}`)
    expect(diagnostics.map(({ code }) => code)).toEqual([
      'unknown-version',
      'unknown-effect',
      'unknown-element',
    ])
    expect(document.statements[0]).toMatchObject({
      effect: 'Deny',
      evaluable: false,
      principal: { values: [] },
    })
  })

  it('is an operator and a key as it is written', () => {
    const { document, rangeOf, complete } = parsePolicy(
      inPolicy(`{${read},"Condition":{"${name}":{"${name}":["${name}"]}}}`),
    )
    const at = `/Statement/Condition/${name}/${name}`
    expect(complete).toBe(true)
    expect(document.statements[0]?.conditions).toEqual([
      { at, operator: name, key: name, values: [{ text: name, at: `${at}/0` }] },
    ])
    expect(rangeOf(`${at}/0`)).toBeDefined()
    expect(rangeOf(`${at}/${name}`)).toBeUndefined()
  })

  it('twice is a duplicate, and once is none', () => {
    const codes = (condition: string) =>
      parsePolicy(inPolicy(`{${read},"Condition":{${condition}}}`)).diagnostics.map(({ code }) => code)
    expect(codes(`"${name}":{"k":"v"}`)).toEqual([])
    expect(codes(`"${name}":{"k":"v"},"${name}":{"k":"v"}`)).toEqual(['duplicate-key'])
  })

  it('changes nothing for anybody else', () => {
    const before = Object.getOwnPropertyNames(Object.prototype)
    parsePolicy(inPolicy(`{"${name}":{"polluted":true},"Condition":{"${name}":{"polluted":"yes"}}}`))
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before)
    expect({}).not.toHaveProperty('polluted')
  })
})
