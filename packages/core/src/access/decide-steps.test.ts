import fc from 'fast-check'
import { expect, it } from 'vitest'
import { apply } from '../model/apply.ts'
import { applyDiff } from '../model/apply-diff.ts'
import type { Diff } from '../model/diff.ts'
import type { Model } from '../model/records.ts'
import { type Step, step } from '../testing/arbitrary-steps.ts'
import { fuzzRuns, fuzzSeed, patience } from '../testing/fuzz-runs.ts'
import { model, TARGETS } from '../testing/random-model.ts'
import type { AskedTarget } from './cells.ts'
import { decide } from './decide.ts'
import type { AccessMatrix, MatrixQuestion } from './matrix.ts'

const LENGTH = 50
// A sequence decides a hundred times: the longer run makes fewer of them than of other cases, but never few.
const numRuns = process.env['FUZZ_RUNS'] ? Math.max(200, Math.ceil(fuzzRuns(0) / 10)) : 15

/** Mostly with an organization, in which more can change. */
const start = fc.oneof(
  { weight: 1, arbitrary: model },
  {
    weight: 2,
    arbitrary: model.map((made): Model => {
      const id = 'o-abcdefghij'
      return { ...made, organization: { id, serviceControlPolicies: true, resourceControlPolicies: true } }
    }),
  },
)

interface State {
  readonly model: Model
  readonly question: MatrixQuestion
  readonly undo: readonly Diff[]
}

/** What is asked follows the resources, as on the canvas, where a part belongs to whoever owns it. */
function targetsOf({ resources }: Model): readonly AskedTarget[] {
  const added = Object.values(resources).flatMap(({ id, arn, parts }) =>
    [arn, ...parts].map(each => ({ resource: id, arn: each, actions: ['s3:GetObject', 'kms:Decrypt'] })),
  )
  return [...TARGETS, ...added]
}

function after(state: State, made: Step): State {
  const { question } = state
  switch (made.kind) {
    case 'pins':
      return { ...state, question: { ...question, context: made.context } }
    case 'missing':
      return { ...state, question: { ...question, missingKeys: made.missingKeys } }
    case 'undo': {
      const [last, ...undo] = state.undo
      return last ? withModel({ ...state, undo }, applyDiff(state.model, last)) : state
    }
    case 'command': {
      const result = apply(state.model, made.command)
      if (!result.ok) return state
      return withModel({ ...state, undo: [result.inverse, ...state.undo] }, result.model)
    }
  }
}

function withModel(state: State, changed: Model): State {
  const moved = changed.resources !== state.model.resources
  const targets = moved ? targetsOf(changed) : state.question.targets
  return { ...state, model: changed, question: { ...state.question, targets } }
}

/** Where two matrices differ, in words. */
const differences = (one: AccessMatrix, other: AccessMatrix): readonly string[] =>
  one.principals.flatMap(principal =>
    one.targets.flatMap(({ arn, actions, offset }) =>
      actions.flatMap((action, index) => {
        const [now, anew] = [one, other].map(matrix => matrix.decisionAt(principal, offset + index))
        return now === anew ? [] : [`${principal} ${action} ${arn}: ${now}, decided anew ${anew}`]
      }),
    ),
  )

/** The same question about the same model, of which nothing has been seen before. */
const anew = ({ model: asked, question }: State): AccessMatrix =>
  decide(structuredClone(asked), structuredClone(question))

it(
  `deciding again after each step equals deciding anew (seed ${fuzzSeed}, ${numRuns} sequences of ${LENGTH} steps)`,
  patience(numRuns * LENGTH),
  () => {
    const changes = { steps: 0, moved: 0, kept: 0, rows: 0 }
    fc.assert(
      fc.property(start, fc.array(step, { minLength: LENGTH, maxLength: LENGTH }), (from, steps) => {
        let state: State = { model: from, question: { targets: targetsOf(from) }, undo: [] }
        let matrix = decide(state.model, state.question)
        for (const made of steps) {
          const next = after(state, made)
          const before = matrix
          matrix = decide(next.model, next.question, before)
          const other = anew(next)
          expect([matrix.principals, matrix.targets]).toEqual([other.principals, other.targets])
          expect(differences(matrix, other), JSON.stringify(made)).toEqual([])
          changes.steps++
          if (next !== state) changes.moved++
          for (const id of matrix.principals) {
            changes.rows++
            if (next !== state && matrix.rowOf(id) === before.rowOf(id)) changes.kept++
          }
          state = next
        }
      }),
      { seed: fuzzSeed, numRuns },
    )
    // Sequences in which nothing happens, or in which everything is always decided again, would prove little.
    expect(changes.moved / changes.steps).toBeGreaterThan(0.4)
    expect(changes.kept / changes.rows).toBeGreaterThan(0.2)
  },
)
