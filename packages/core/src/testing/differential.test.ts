import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type AuthorizeInput, authorize } from '../access/authorize.ts'
import type { Decision } from '../access/trace.ts'
import { authorizeInput } from './arbitrary-inputs.ts'
import { naiveAuthorize } from './naive/naive-authorize.ts'

const seed = Number(process.env['FUZZ_SEED'] ?? 20_261_124)
const numRuns = Number(process.env['FUZZ_RUNS'] ?? 4_000)

it(`the engine and the naive evaluator give the same decision (seed ${seed}, ${numRuns} cases)`, () => {
  const seen: Record<Decision, number> = { Allow: 0, ExplicitDeny: 0, ImplicitDeny: 0, DependsOnContext: 0 }
  fc.assert(
    fc.property(authorizeInput, input => {
      const { decision } = authorize(input)
      seen[decision]++
      const other = naiveAuthorize(input)
      if (decision !== other)
        throw new Error(`the engine says ${decision}, the naive one ${other}\n${explained(input)}`)
    }),
    { seed, numRuns },
  )
  // A generator that only ever finds denials would prove little.
  const rarest = Math.min(...Object.values(seen))
  expect(rarest).toBeGreaterThan(numRuns / 50)
})

const explained = (input: AuthorizeInput) =>
  `${JSON.stringify(input, null, 1)}\n${JSON.stringify(authorize(input).gates.map(({ gate, level, verdict, reason }) => [gate, level, verdict, reason]))}`
