import { describe, expect, it } from 'vitest'
import { parsePolicy } from './parse.ts'

const policy = (statement: string) => `{"Version":"2012-10-17","Statement":${statement}}`

describe('texts of a megabyte', () => {
  // Each of these took minutes, or all memory, where work grew with the square of the text.
  const texts: readonly (readonly [what: string, text: string, errors: number])[] = [
    ['a long name over a long list', `{"${'a'.repeat(500_000)}":[${'1,'.repeat(250_000)}1]}`, 2],
    [
      'a long condition key over a long list of mistakes',
      policy(
        `{"Effect":"Deny","Action":"*","Condition":{"x":{"${'a'.repeat(500_000)}":[${'null,'.repeat(100_000)}"a"]}}}`,
      ),
      100_000,
    ],
    [
      'many mistakes before many statements',
      `{"Id":[${'1 '.repeat(200_000)}],${policy(`[${'{"Effect":"Deny","Action":"*"},'.repeat(20_000)}{"Effect":"Deny","Action":"*"}]`).slice(1)}`,
      200_000,
    ],
    ['one name again and again', `{${'"Statement":1,'.repeat(70_000)}"Statement":[]}`, 70_000],
  ]
  it.each(texts)('%s is read in time linear in its length', { timeout: 20_000 }, (_, text, errors) => {
    const { diagnostics } = parsePolicy(text)
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toHaveLength(errors)
  })
})
