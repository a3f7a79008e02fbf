import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { completing, context, question, resourceStatement, statement } from '../testing/arbitraries.ts'
import { ask, decisionOf, denyEverything, type Question, type Written } from '../testing/ask.ts'
import type { Place } from './trace.ts'

const runs = { numRuns: Number(process.env['FUZZ_RUNS'] ?? 150) }

const LISTS = ['identity', 'boundary', 'session', 'resourcePolicy'] as const
const LEVELS = ['serviceControl', 'resourceControl'] as const

/** The same question with each list of statements changed; `policyId` is what the answer calls the list. */
function changed(
  asked: Question,
  change: (statements: readonly Written[], policyId: string) => readonly Written[],
): Question {
  const lists = LISTS.flatMap(name => {
    const statements = asked[name]
    return statements
      ? [[name, change(statements, name === 'resourcePolicy' ? 'resource' : name)] as const]
      : []
  })
  const levels = LEVELS.flatMap(name => {
    const prefix = name === 'serviceControl' ? 'scp' : 'rcp'
    const all = asked[name]
    return all
      ? [[name, all.map((statements, index) => change(statements, `${prefix}-${index}`))] as const]
      : []
  })
  return { ...asked, ...Object.fromEntries([...lists, ...levels]) }
}

/** Takes statements out by their places. An emptied list stays: an SCP level or a boundary is still there. */
const without = (asked: Question, goes: (place: Place) => boolean): Question =>
  changed(asked, (statements, policyId) =>
    statements.filter((_, index) => !goes({ policyId, at: `/Statement/${index}` })),
  )

const among = (places: readonly Place[], { policyId, at }: Place): boolean =>
  places.some(place => place.policyId === policyId && place.at === at)

/** A session policy cannot be emptied and stay: what is asked then has none, which is another question. */
const keepsSession = (before: Question, after: Question): boolean =>
  (before.session?.length ?? 0) === 0 || (after.session?.length ?? 0) > 0

describe('laws of the decision', () => {
  it('[D1] an explicit deny wins, in whatever set', () => {
    fc.assert(
      fc.property(question, context, (asked, given) => {
        const everyone = { ...denyEverything, Principal: '*' }
        const sets: readonly Question[] = [
          { identity: [...(asked.identity ?? []), denyEverything] },
          { boundary: [...(asked.boundary ?? []), denyEverything] },
          { resourcePolicy: [...(asked.resourcePolicy ?? []), everyone] },
          { serviceControl: [...(asked.serviceControl ?? []), [denyEverything]] },
        ]
        const isRoot = asked.principal?.endsWith(':root')
        const bound = sets.filter(set => !isRoot || set.resourcePolicy || set.serviceControl)
        return bound.every(set => decisionOf({ ...asked, ...set, context: given }) === 'ExplicitDeny')
      }),
      runs,
    )
  })

  it('[D7] an allow needs an Allow', () => {
    fc.assert(
      fc.property(question, context, (asked, given) => {
        const denials = changed(asked, statements =>
          statements.map(written => ({ ...written, Effect: 'Deny' })),
        )
        return asked.principal?.endsWith(':root') || decisionOf({ ...denials, context: given }) !== 'Allow'
      }),
      runs,
    )
  })

  it('[D7] the order of statements does not matter', () => {
    fc.assert(
      fc.property(question, context, (asked, given) => {
        const reversed = changed(asked, statements => [...statements].reverse())
        return decisionOf({ ...asked, context: given }) === decisionOf({ ...reversed, context: given })
      }),
      runs,
    )
  })

  it('the determining statements alone give the same decision', () => {
    fc.assert(
      fc.property(question, context, (asked, given) => {
        const { decision, determining } = ask({ ...asked, context: given })
        const alone = without(asked, place => !among(determining, place))
        return !keepsSession(asked, alone) || decisionOf({ ...alone, context: given }) === decision
      }),
      runs,
    )
  })

  it('taking out a statement that does not determine changes nothing', () => {
    fc.assert(
      fc.property(question, context, fc.nat(20), (asked, given, which) => {
        const { decision, determining } = ask({ ...asked, context: given })
        let seen = 0
        const fewer = without(asked, place => !among(determining, place) && seen++ === which)
        return !keepsSession(asked, fewer) || decisionOf({ ...fewer, context: given }) === decision
      }),
      runs,
    )
  })

  it('[D3] a boundary, a session policy and an SCP never grant', () => {
    fc.assert(
      fc.property(
        question,
        context,
        fc.array(statement, { minLength: 1, maxLength: 3 }),
        (asked, given, more) => {
          const before = decisionOf({ ...asked, context: given })
          if (before === 'Allow') return true
          const limited: readonly Question[] = [
            { ...asked, boundary: asked.boundary ?? more },
            { ...asked, serviceControl: [...(asked.serviceControl ?? []), more] },
            { ...asked, session: asked.session ?? more },
          ]
          return limited.every(one => decisionOf({ ...one, context: given }) !== 'Allow')
        },
      ),
      runs,
    )
  })

  it('[S4] a session policy never widens', () => {
    fc.assert(
      fc.property(question, context, (asked, given) => {
        const { session: _, ...bare } = asked
        return (
          decisionOf({ ...asked, context: given }) !== 'Allow' ||
          decisionOf({ ...bare, context: given }) === 'Allow'
        )
      }),
      runs,
    )
  })

  it('[D1] adding a Deny never turns a denial into an allow', () => {
    fc.assert(
      fc.property(question, context, statement, resourceStatement, (asked, given, own, onResource) => {
        if (decisionOf({ ...asked, context: given }) === 'Allow') return true
        const more: Question = {
          ...asked,
          identity: [...(asked.identity ?? []), { ...own, Effect: 'Deny' }],
          ...(asked.resourcePolicy && {
            resourcePolicy: [...asked.resourcePolicy, { ...onResource, Effect: 'Deny' }],
          }),
        }
        return decisionOf({ ...more, context: given }) !== 'Allow'
      }),
      runs,
    )
  })

  it('[C16] with every key told or absent, nothing depends on context', () => {
    fc.assert(
      fc.property(
        question,
        context,
        (asked, given) => decisionOf({ ...asked, context: given }) !== 'DependsOnContext',
      ),
      runs,
    )
  })

  it('[C16] whatever the unknown keys turn out to be, the answer holds', () => {
    fc.assert(
      fc.property(
        question,
        context.chain(known => fc.tuple(fc.constant(known), completing(known))),
        (asked, [known, complete]) => {
          const open = decisionOf({ ...asked, context: known, missingKeys: 'unknown' })
          const closed = decisionOf({ ...asked, context: complete })
          if (open === 'DependsOnContext') return true
          // Denied either way: whether a Deny that hangs on a key says so is left open.
          return open === 'ImplicitDeny' ? closed !== 'Allow' : open === closed
        },
      ),
      runs,
    )
  })

  it('[C16] an answer that depends names a key', () => {
    fc.assert(
      fc.property(question, context, (asked, given) => {
        const { decision, dependsOn } = ask({ ...asked, context: given, missingKeys: 'unknown' })
        return (decision === 'DependsOnContext') === dependsOn.length > 0
      }),
      runs,
    )
  })

  it('the questions of these laws are of every kind', () => {
    const decisions = fc
      .sample(fc.tuple(question, context), { numRuns: 500, seed: 1 })
      .map(([asked, given]) => decisionOf({ ...asked, context: given, missingKeys: 'unknown' }))
    const share = (decision: string): number =>
      decisions.filter(one => one === decision).length / decisions.length
    for (const decision of ['Allow', 'ExplicitDeny', 'ImplicitDeny', 'DependsOnContext']) {
      expect([decision, share(decision) > 0.02]).toEqual([decision, true])
    }
  })
})
