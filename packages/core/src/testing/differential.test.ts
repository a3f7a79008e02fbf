import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type AuthorizeInput, authorize } from '../access/authorize.ts'
import type { Decision } from '../access/trace.ts'
import { authorizeInput } from './arbitrary-inputs.ts'
import { fuzzRuns, fuzzSeed, patience } from './fuzz-runs.ts'
import { naiveAuthorize } from './naive/naive-authorize.ts'

const numRuns = fuzzRuns(3_000)

it(
  `[D1] the engine and the naive evaluator give the same decision (seed ${fuzzSeed}, ${numRuns} cases)`,
  patience(numRuns),
  () => {
    const seen: Record<Decision, number> = { Allow: 0, ExplicitDeny: 0, ImplicitDeny: 0, DependsOnContext: 0 }
    fc.assert(
      fc.property(authorizeInput, input => {
        const { decision } = authorize(input)
        seen[decision]++
        const other = naiveAuthorize(input)
        if (decision !== other)
          throw new Error(`the engine says ${decision}, the naive one ${other}\n${explained(input)}`)
      }),
      { seed: fuzzSeed, numRuns },
    )
    // A generator that only ever finds denials would prove little.
    for (const [decision, times] of Object.entries(seen)) {
      expect([decision, times / numRuns >= 0.05]).toEqual([decision, true])
    }
  },
)

const explained = (input: AuthorizeInput) =>
  `${JSON.stringify(input, null, 1)}\n${JSON.stringify(authorize(input).gates.map(({ gate, level, verdict, reason }) => [gate, level, verdict, reason]))}`
