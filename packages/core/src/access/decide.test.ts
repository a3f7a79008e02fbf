import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { explain } from '../explanation/explain.ts'
import type { Model, PolicyId } from '../model/records.ts'
import { context, resourceStatement, statement } from '../testing/arbitraries.ts'
import { ACCOUNT, documentOf, OTHER } from '../testing/ask.ts'
import { model, TARGETS, text } from '../testing/random-model.ts'
import type { AskedTarget } from './cells.ts'
import { decide } from './decide.ts'
import type { AccessMatrix, MatrixQuestion } from './matrix.ts'

const runs = { numRuns: Number(process.env['FUZZ_RUNS'] ?? 60) }

/** Cells where the matrix and the explanation differ. */
function differences(asked: Model, question: MatrixQuestion, matrix: AccessMatrix): readonly string[] {
  const { targets: _, ...how } = question
  return matrix.principals.flatMap(principal =>
    matrix.targets.flatMap(({ arn, actions, offset }) =>
      actions.flatMap((action, index) => {
        const decided = matrix.decisionAt(principal, offset + index)
        const explained = explain(asked, { principal, action, resource: arn, ...how }).decision
        return decided === explained
          ? []
          : [`${principal} ${action} ${arn}: ${decided}, explained as ${explained}`]
      }),
    ),
  )
}

const question = fc
  .record({ context, missingKeys: fc.constantFrom('absent' as const, 'unknown' as const) })
  .map((how): MatrixQuestion => ({ targets: TARGETS, ...how }))

describe('everything at once', () => {
  it('is what the explanation of each cell says', () => {
    fc.assert(
      fc.property(model, question, (asked, how) => {
        expect(differences(asked, how, decide(asked, how))).toEqual([])
      }),
      runs,
    )
  })

  it('is the same after an edit, whether the matrix before is given or not', () => {
    const edit = fc.record({
      id: fc.constantFrom<PolicyId>('policy:p0', 'policy:p1', 'policy:scp0', 'policy:rcp0'),
      text: fc.array(statement, { maxLength: 2 }).map(all => JSON.stringify(documentOf(all))),
    })
    fc.assert(
      fc.property(model, question, fc.array(edit, { minLength: 1, maxLength: 3 }), (start, how, edits) => {
        let asked = start
        let matrix = decide(asked, how)
        for (const { id, text } of edits) {
          const policy = asked.policies[id]
          if (policy) asked = { ...asked, policies: { ...asked.policies, [id]: { ...policy, text } } }
          matrix = decide(asked, how, matrix)
        }
        expect(differences(asked, how, matrix)).toEqual([])
      }),
      runs,
    )
  })

  it('is the same after a trust policy or an RCP changed, which no row of its own shows', () => {
    const edit = fc.oneof(
      text(resourceStatement).map(trustPolicy => (asked: Model): Model => {
        const deploy = asked.roles['role:deploy']
        return deploy
          ? { ...asked, roles: { ...asked.roles, 'role:deploy': { ...deploy, trustPolicy } } }
          : asked
      }),
      text(resourceStatement).map(body => (asked: Model): Model => {
        const control = asked.policies['policy:rcp0']
        return control
          ? { ...asked, policies: { ...asked.policies, 'policy:rcp0': { ...control, text: body } } }
          : asked
      }),
    )
    const bound = model.map((asked): Model => {
      const id = 'o-abcdefghij'
      return { ...asked, organization: { id, serviceControlPolicies: false, resourceControlPolicies: true } }
    })
    fc.assert(
      fc.property(
        fc.oneof(model, bound),
        question,
        fc.array(edit, { minLength: 1, maxLength: 3 }),
        (start, how, edits) => {
          let asked = start
          let matrix = decide(asked, how)
          for (const change of edits) {
            asked = change(asked)
            matrix = decide(asked, how, matrix)
          }
          expect(differences(asked, how, matrix)).toEqual([])
        },
      ),
      runs,
    )
  })

  it('knows the account of a resource that is not of the model, as far as its ARN tells', () => {
    const where = fc.record({
      Effect: fc.constantFrom('Allow', 'Deny'),
      Action: fc.constant('*'),
      Resource: fc.constant('*'),
      Condition: fc
        .tuple(
          fc.constantFrom('StringEquals', 'StringNotEquals', 'StringEqualsIfExists'),
          fc.constantFrom(ACCOUNT, OTHER),
        )
        .map(([operator, account]) => ({ [operator]: { 'aws:ResourceAccount': account } })),
    })
    const strangers = [
      `arn:aws:sqs:eu-west-1:${ACCOUNT}:unknown`,
      `arn:aws:sqs:eu-west-1:${OTHER}:unknown`,
      `arn:aws:iam::${OTHER}:role/unknown`,
      'arn:aws:s3:::unknown',
    ].map(
      (arn): AskedTarget => ({
        resource: 'resource:none',
        arn,
        actions: ['sqs:SendMessage', 's3:GetObject', 'sts:AssumeRole'],
      }),
    )
    fc.assert(
      fc.property(model, question, fc.array(where, { minLength: 1, maxLength: 2 }), (start, how, all) => {
        const policy = start.policies['policy:p0']
        const changed = policy && { ...policy, text: JSON.stringify(documentOf(all)) }
        const asked = changed ? { ...start, policies: { ...start.policies, 'policy:p0': changed } } : start
        const wider = { ...how, targets: [...TARGETS, ...strangers] }
        expect(differences(asked, wider, decide(asked, wider))).toEqual([])
      }),
      runs,
    )
  })

  it('is asked of models in which every answer occurs', () => {
    const found = fc.sample(fc.tuple(model, question), { numRuns: 100, seed: 1 }).flatMap(([asked, how]) => {
      const matrix = decide(asked, how)
      return matrix.principals.flatMap(principal =>
        Array.from({ length: matrix.size }, (_, cell) => matrix.decisionAt(principal, cell)),
      )
    })
    const share = (decision: string): number => found.filter(one => one === decision).length / found.length
    for (const decision of ['Allow', 'ExplicitDeny', 'ImplicitDeny', 'DependsOnContext']) {
      expect([decision, share(decision) > 0.002]).toEqual([decision, true])
    }
  })
})
