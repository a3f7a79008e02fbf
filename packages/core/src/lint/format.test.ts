import fc from 'fast-check'
import { expect, it } from 'vitest'
import { formatEdits } from './format.ts'
import { EXAMPLES } from './testing/examples.ts'
import { withEdits } from './text-edit.ts'

const formatted = (text: string): string => withEdits(text, formatEdits(text))
const texts = EXAMPLES.map(({ has }) => has.replace(/[«»]/g, ''))

it('sets a policy in lines and leaves its order alone', () => {
  expect(formatted('{"Statement":[{"Effect":"Allow","Action":["b","a"]}],"Version":"2012-10-17"}')).toBe(
    `{
  "Statement": [
    {
      "Effect": "Allow",
      "Action": [
        "b",
        "a"
      ]
    }
  ],
  "Version": "2012-10-17"
}`,
  )
})

it('changes blanks alone, in half-typed texts too, and nothing the second time', () => {
  fc.assert(
    fc.property(fc.constantFrom(...texts), fc.nat(300), fc.boolean(), (whole, length, cut) => {
      const text = cut ? whole.slice(0, length) : whole
      const once = formatted(text)
      expect(once.replaceAll(/\s+/g, '')).toBe(text.replaceAll(/\s+/g, ''))
      if (!cut) expect(formatted(once)).toBe(once)
    }),
  )
})
