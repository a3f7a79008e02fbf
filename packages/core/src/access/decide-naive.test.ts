import fc from 'fast-check'
import { expect, it } from 'vitest'
import { explain } from '../explanation/explain.ts'
import { context } from '../testing/arbitraries.ts'
import { fuzzRuns, fuzzSeed, patience } from '../testing/fuzz-runs.ts'
import { naiveAuthorize } from '../testing/naive/naive-authorize.ts'
import { naiveInput } from '../testing/naive/naive-input.ts'
import { model, TARGETS } from '../testing/random-model.ts'
import { decide } from './decide.ts'
import type { Decision } from './trace.ts'

// A model has eighty cells, and the naive evaluator is slow on purpose.
const numRuns = Math.ceil(fuzzRuns(150) / 5)

it(
  `[D1] the matrix, the explanation and the naive evaluator agree on every cell (seed ${fuzzSeed}, ${numRuns} models)`,
  patience(numRuns * 20),
  () => {
    const seen: Record<Decision, number> = { Allow: 0, ExplicitDeny: 0, ImplicitDeny: 0, DependsOnContext: 0 }
    let cells = 0
    const missingKeys = fc.constantFrom('absent' as const, 'unknown' as const)
    fc.assert(
      fc.property(model, fc.record({ context, missingKeys }), (asked, how) => {
        const matrix = decide(asked, { targets: TARGETS, ...how })
        for (const principal of [...Object.values(asked.users), ...Object.values(asked.roles)]) {
          for (const { resource, arn, actions, offset } of matrix.targets) {
            const owner = asked.resources[resource]
            for (const [index, action] of actions.entries()) {
              const decided = matrix.decisionAt(principal.id, offset + index)
              const input = naiveInput(asked, { principal, action, arn, owner }, how)
              const others = {
                explained: explain(asked, { principal: principal.id, action, resource: arn, ...how })
                  .decision,
                naive: naiveAuthorize(input),
              }
              expect(others, `${principal.id} ${action} ${arn}\n${JSON.stringify(input, null, 1)}`).toEqual({
                explained: decided,
                naive: decided,
              })
              seen[decided]++
              cells++
            }
          }
        }
      }),
      { seed: fuzzSeed, numRuns },
    )
    for (const [decision, times] of Object.entries(seen)) {
      expect([decision, times / cells > 0.005]).toEqual([decision, true])
    }
  },
)
