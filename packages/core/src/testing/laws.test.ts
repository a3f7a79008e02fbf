import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AuthorizeInput, authorize } from '../access/authorize.ts'
import type { Place } from '../access/trace.ts'
import { completing, context } from './arbitrary-conditions.ts'
import { authorizeInput, document, namingStatement, plainStatement } from './arbitrary-inputs.ts'
import { denyEverything, documentOf, type Written } from './ask.ts'
import {
  addLevel,
  addPolicy,
  changePolicies,
  changeStatements,
  dropSet,
  dropStatements,
  reversePolicies,
} from './change-input.ts'
import { fuzzRuns, fuzzSeed, patience } from './fuzz-runs.ts'

const numRuns = fuzzRuns(200)
const how = { seed: fuzzSeed, numRuns }

const decisionOf = (input: AuthorizeInput) => authorize(input).decision
const among = (places: readonly Place[], { policyId, at }: Place): boolean =>
  places.some(place => place.policyId === policyId && place.at === at)
const withKeys = (
  { request, policies }: AuthorizeInput,
  missingKeys: 'absent' | 'unknown',
  more: AuthorizeInput['request']['context'] = {},
): AuthorizeInput => ({
  request: { ...request, missingKeys, context: { ...request.context, ...more } },
  policies,
})
/** With each key told or absent, so that no answer hangs on one. */
const settled = authorizeInput.map(input => withKeys(input, 'absent'))

const asksWhoAmI = ({ request }: AuthorizeInput): boolean => request.action === 'sts:GetCallerIdentity'
const isRoot = ({ request }: AuthorizeInput): boolean => /:root$|^\d+$/.test(request.principal)
const isFederatedSession = ({ request }: AuthorizeInput): boolean =>
  request.principal.includes('federated-user')

describe('laws of the decision', () => {
  it('[D1] an explicit deny wins, in whatever set that binds the caller', patience(numRuns), () => {
    const denying = documentOf([denyEverything])
    const denyingAll = documentOf([{ ...denyEverything, Principal: '*' }])
    fc.assert(
      fc.property(settled, input => {
        // D11 is never denied; services and anonymous callers have no side of their own, nor has root. [D6, D9]
        if (asksWhoAmI(input)) return
        const { principal, action } = input.request
        const hasOwnSide = /:user\/|role\/|:federated-user\//.test(principal)
        const denied: AuthorizeInput[] = [
          ...(hasOwnSide
            ? [addPolicy(input, 'identity', denying), addPolicy(input, 'session', denying)]
            : []),
          ...(hasOwnSide && !principal.includes('ServiceRole') && !input.request.facts
            ? [addLevel(input, 'serviceControl', denying)]
            : []),
          // Where a role is managed, its trust policy has no say. [S5]
          ...(action.startsWith('iam:')
            ? []
            : [{ ...input, policies: { ...input.policies, resource: { id: 'r', document: denyingAll } } }]),
          withKeys(addPolicy(input, 'endpoint', denying), 'absent', { 'aws:SourceVpce': 'vpce-1' }),
        ]
        expect(denied.map(decisionOf)).toEqual(denied.map(() => 'ExplicitDeny'))
      }),
      how,
    )
  })

  it('[D7] an allow needs an Allow, but root’s of its own account', patience(numRuns), () => {
    const denials = (statements: readonly Written[]) => statements.map(one => ({ ...one, Effect: 'Deny' }))
    fc.assert(
      fc.property(authorizeInput, input => {
        if (asksWhoAmI(input) || isRoot(input)) return
        expect(decisionOf(changeStatements(input, denials))).not.toMatch(/^Allow|^Depends/)
      }),
      how,
    )
  })

  it('[D7] the order of policies, levels and statements does not matter', patience(numRuns), () => {
    fc.assert(
      fc.property(authorizeInput, input => {
        const decision = decisionOf(input)
        expect(decisionOf(reversePolicies(input))).toBe(decision)
        expect(decisionOf(changeStatements(input, statements => statements.toReversed()))).toBe(decision)
      }),
      how,
    )
  })

  it('policies as text decide as policies as JSON do', patience(numRuns), () => {
    fc.assert(
      fc.property(authorizeInput, input => {
        const asText = changePolicies(input, policy => ({
          id: policy.id,
          document: JSON.stringify(policy.document, null, 2),
        }))
        // Diagnostics point at ranges, which are where the text has them.
        const { diagnostics: _, ...answer } = authorize(input)
        expect(authorize(asText)).toMatchObject(answer)
      }),
      how,
    )
  })

  it('[M1] how the action is spelled does not matter', patience(numRuns), () => {
    fc.assert(
      fc.property(authorizeInput, input => {
        const { request, policies } = input
        const shouted = { request: { ...request, action: request.action.toUpperCase() }, policies }
        expect(decisionOf(shouted)).toBe(decisionOf(input))
      }),
      how,
    )
  })

  it('[D4] the determining statements alone give the same decision', patience(numRuns), () => {
    fc.assert(
      fc.property(authorizeInput, input => {
        const { decision, determining } = authorize(input)
        // Undecided statements alone lack what allows beside them.
        if (decision === 'DependsOnContext') return
        expect(decisionOf(dropStatements(input, place => !among(determining, place)))).toBe(decision)
      }),
      how,
    )
  })

  it('[D4] taking out a statement that does not determine changes nothing', patience(numRuns), () => {
    fc.assert(
      fc.property(authorizeInput, fc.nat(12), (input, which) => {
        const { decision, determining } = authorize(input)
        if (decision === 'DependsOnContext') return
        let seen = 0
        const fewer = dropStatements(input, place => !among(determining, place) && seen++ === which)
        expect(decisionOf(fewer)).toBe(decision)
      }),
      how,
    )
  })

  it(
    '[D3] limits and guardrails never grant: without one, what was allowed still is',
    patience(numRuns),
    () => {
      const sets = [
        'permissionsBoundary',
        'session',
        'endpoint',
        'serviceControl',
        'resourceControl',
      ] as const
      fc.assert(
        fc.property(authorizeInput, input => {
          if (decisionOf(input) !== 'Allow') return
          for (const set of sets) {
            // A federated session has its permissions through its session policy. [D14]
            if (set === 'session' && isFederatedSession(input)) continue
            expect([set, decisionOf(dropSet(input, set))]).toEqual([set, 'Allow'])
          }
        }),
        how,
      )
    },
  )

  it('[S4] a session policy and a further level never widen', patience(numRuns), () => {
    fc.assert(
      fc.property(authorizeInput, document(plainStatement), document(namingStatement), (input, own, rcp) => {
        const decision = decisionOf(input)
        // A denial may become the other kind of denial, and what depends may be settled, but only to a denial.
        if (decision === 'Allow') return
        const narrowed = [addLevel(input, 'serviceControl', own), addLevel(input, 'resourceControl', rcp)]
        // A second session policy counts beside the first, as a second identity policy does.
        if ((input.policies.session?.length ?? 0) === 0 && !isFederatedSession(input))
          narrowed.push(addPolicy(input, 'session', own))
        const denied = decision !== 'DependsOnContext'
        for (const one of narrowed) expect(decisionOf(one)).toMatch(denied ? /Deny$/ : /Deny$|^Depends/)
      }),
      how,
    )
  })

  it('[D1] one more Deny never turns a denial into an allow', patience(numRuns), () => {
    const denial = document(plainStatement.map(one => ({ ...one, Effect: 'Deny' })))
    fc.assert(
      fc.property(authorizeInput, denial, fc.nat(20), (input, more, which) => {
        const decision = decisionOf(input)
        if (decision === 'Allow') return
        let seen = 0
        const statements = [(more as { readonly Statement: Written | readonly Written[] }).Statement].flat()
        const everyone = statements.map(one => ({ ...one, Principal: '*' }))
        const denying = changeStatements(input, own =>
          seen++ === which ? [...own, ...statements, ...everyone] : own,
        )
        const further = [addPolicy(input, 'identity', more), denying].map(decisionOf)
        for (const one of further)
          expect(one).toMatch(decision === 'DependsOnContext' ? /Deny$|^Depends/ : /Deny$/)
      }),
      how,
    )
  })

  it('[C16] with every key told or absent, nothing depends on context', patience(numRuns), () => {
    fc.assert(
      fc.property(settled, input => {
        expect(decisionOf(input)).not.toBe('DependsOnContext')
      }),
      how,
    )
  })

  it('[C16] whatever the unknown keys turn out to be, the answer holds', patience(numRuns), () => {
    const several = context.chain(known =>
      fc.tuple(fc.constant(known), fc.array(completing(known), { minLength: 3, maxLength: 3 })),
    )
    fc.assert(
      fc.property(authorizeInput, several, ({ request, policies }, [known, complete]) => {
        const asked = { request: { ...request, context: known }, policies }
        const open = decisionOf(withKeys(asked, 'unknown'))
        for (const all of complete) {
          const closed = decisionOf(withKeys(asked, 'absent', all))
          if (open === 'DependsOnContext') continue
          // Denied either way: whether a Deny that hangs on a key says so is left open.
          if (open === 'ImplicitDeny') expect(closed).toMatch(/Deny$/)
          else expect(closed).toBe(open)
        }
      }),
      how,
    )
  })

  it('[C16] an answer that depends names a key, and no other answer does', patience(numRuns), () => {
    fc.assert(
      fc.property(authorizeInput, input => {
        const { decision, dependsOn } = authorize(input)
        expect(dependsOn.length > 0).toBe(decision === 'DependsOnContext')
      }),
      how,
    )
  })
})
