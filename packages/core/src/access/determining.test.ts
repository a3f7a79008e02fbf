import fc from 'fast-check'
import { describe, it } from 'vitest'
import { authorizeInput } from '../testing/arbitrary-inputs.ts'
import { type AuthorizeInput, type AuthorizeResult, authorize, type Policy } from './authorize.ts'
import type { Place, StatementTrace } from './trace.ts'

const runs = { numRuns: Number(process.env['FUZZ_RUNS'] ?? 200) }
/** On a busy machine it must not fail for being slow. */
const timeout = 120_000

type Written = { readonly Effect: string }

/** The same input without the Allow statements that are not to stay. Emptied policies stay, for they still limit. */
function keeping(input: AuthorizeInput, stays: (place: Place) => boolean): AuthorizeInput {
  const emptied = (policy: Policy): Policy => {
    const { id, document } = policy
    const { Statement, ...rest } = document as { readonly Statement: Written | readonly Written[] }
    const place = (index: number) => (Array.isArray(Statement) ? `/Statement/${index}` : '/Statement')
    const statements = [Statement].flat().filter(({ Effect }, index) => {
      return Effect === 'Deny' || stays({ policyId: id, at: place(index) })
    })
    return { id, document: { ...rest, Statement: statements } }
  }
  const inSets = Object.entries(input.policies).map(([set, own]) => [
    set,
    Array.isArray(own)
      ? own.map(one => ('policies' in one ? { ...one, policies: one.policies.map(emptied) } : emptied(one)))
      : emptied(own as Policy),
  ])
  return { ...input, policies: Object.fromEntries(inSets) as AuthorizeInput['policies'] }
}

const among = (places: readonly Place[]) => {
  const known = new Set(places.map(({ policyId, at }) => `${policyId} ${at}`))
  return ({ policyId, at }: Place) => known.has(`${policyId} ${at}`)
}

const statementsOf = ({ gates }: AuthorizeResult): readonly StatementTrace[] =>
  gates.flatMap(({ policies }) => policies.flatMap(({ statements }) => statements))

const keysOf = ({ dependsOn }: AuthorizeResult) =>
  dependsOn
    .map(({ key }) => key)
    .sort()
    .join()

const withDecision = (decision: AuthorizeResult['decision']) =>
  authorizeInput.filter(input => authorize(input).decision === decision)

describe('the statements that determine an answer', () => {
  it('[D4] allow by themselves what is allowed', { timeout }, () => {
    fc.assert(
      fc.property(withDecision('Allow'), input => {
        const { determining } = authorize(input)
        return authorize(keeping(input, among(determining))).decision === 'Allow'
      }),
      runs,
    )
  })

  it('[C16] are all that is open: without any other undecided Allow the answer hangs on the same keys', {
    timeout,
  }, () => {
    fc.assert(
      fc.property(withDecision('DependsOnContext'), input => {
        const answer = authorize(input)
        const open = among(statementsOf(answer).filter(({ outcome }) => outcome === 'depends'))
        const determines = among(answer.determining)
        const less = authorize(keeping(input, place => !open(place) || determines(place)))
        return answer.determining.every(open) && keysOf(less) === keysOf(answer)
      }),
      runs,
    )
  })
})
