import { countAnswersIn, decide, type AccessMatrix, type Model } from '@iam-canvas/core'
import { held, ms, often, once, row } from './measure.ts'
import { naiveMatrix } from './naive-matrix.ts'
import { benchQuestions } from './questions.ts'
import { changed, OFFICE, type Scenario, scenario } from './scenario.ts'

/**
 * The evaluation rows of the design's table, each with its anchor in the same run: `npm run bench`. Ratios are what
 * counts; milliseconds depend on the machine. What is measured on is described in README.md.
 */
const small: Scenario = scenario({ principals: 150, resources: 200, actions: 10 })
const question = { targets: small.targets, context: OFFICE, missingKeys: 'absent' } as const
const allowedIn = (matrix: AccessMatrix) =>
  matrix.principals.reduce((sum, id) => {
    const counted = matrix.rowOf(id)
    return sum + (counted ? countAnswersIn(counted).allow : 0)
  }, 0)

/** The same model with other texts, so that nothing compiled before can serve. */
const fresh = (index: number): Model => {
  const policies = Object.fromEntries(
    Object.entries(small.model.policies).map(([id, policy]) => [
      id,
      { ...policy, text: `${policy.text}${' '.repeat(index + 1)}` },
    ]),
  )
  return { ...small.model, policies }
}

console.log('300,000 decisions: 150 principals × 200 resources × 10 actions\n')
let naiveAllowed = 0
const naive = once(() => {
  naiveAllowed = naiveMatrix(small, OFFICE)
})
const matrix = decide(small.model, question)
if (allowedIn(matrix) !== naiveAllowed)
  throw new Error(`the two disagree: ${allowedIn(matrix)} and ${naiveAllowed} allowed`)
const ratio = (value: number) => `${Math.round(naive / value).toLocaleString('en')}× naive`

row('naive evaluator with cached RegExps', ms(naive), 'the anchor')
// Another path gives every user another ARN, and so another row, while cells and compiled statements are kept.
const otherRows = (model: Model, index: number): Model => ({
  ...model,
  users: Object.fromEntries(
    Object.entries(model.users).map(([id, user]) => [id, { ...user, path: `/${index}/` }]),
  ),
})
const models = Array.from({ length: 50 }, (_, index) => otherRows(small.model, index))
const warm = often(index => decide(models[index % 50] ?? small.model, { ...question }, matrix), 40)
held('matrix, policies compiled', warm.median, 2, ms, `${ratio(warm.median)} (hold 2,500×)`)
const cold = often(index => decide(fresh(index), { ...question, targets: [...small.targets] }), 12)
held('matrix with parsing and compilation', cold.median, 40, ms, `${ratio(cold.median)} (hold 130×)`)

console.log('\none edit, carried out and decided again (p95)\n')
const edit = (
  what: string,
  make: (index: number) => Model,
  context: (index: number) => Record<string, string> = () => OFFICE,
) => {
  const steps = often(index => {
    decide(make(index), { ...question, context: context(index) }, matrix)
  }, 100)
  held(what, steps.p95, 1, ms, `${ratio(steps.p95)}; median ${ms(steps.median)}`)
}
const user = (index: number) => `user:${index % 150}` as const
const free = (index: number) => {
  const known = small.model.users[user(index)]?.attachedPolicies ?? []
  return Object.values(small.model.policies).find(({ id }) => !known.includes(id))?.id ?? 'policy:0'
}
edit('attach', index =>
  changed(small.model, { type: 'AttachUserPolicy', user: user(index), policy: free(index) }),
)
edit('detach', index =>
  changed(small.model, {
    type: 'DetachUserPolicy',
    user: user(index),
    policy: small.model.users[user(index)]?.attachedPolicies[0] ?? 'policy:0',
  }),
)
edit('member', index => {
  const group = small.model.users[user(index)]?.groups[0] ?? 'group:0'
  return changed(small.model, { type: 'RemoveUserFromGroup', user: user(index), group })
})
edit('keystroke', index => {
  const id = `policy:${index % 120}` as const
  const text = small.model.policies[id]?.text ?? ''
  return changed(small.model, {
    type: 'CreatePolicyVersion',
    policy: id,
    text: text.replace('"Action": [', `"Action": ["s3:Typed${index}", `),
  })
})
edit(
  'context key',
  () => small.model,
  index => ({ ...OFFICE, 'aws:SourceIp': `${index % 2 === 0 ? 10 : 192}.0.0.${index}` }),
)

benchQuestions(small)

console.log('\n30 million decisions: 1,500 principals × 2,000 resources × 10 actions\n')
const large = scenario({ principals: 1_500, resources: 2_000, actions: 10 })
const largeQuestion = { targets: large.targets, context: OFFICE, missingKeys: 'absent' } as const
const first = decide(large.model, largeQuestion)
const others = Array.from({ length: 12 }, (_, index) => otherRows(large.model, index))
const again = often(index => decide(others[index] ?? large.model, { ...largeQuestion }, first), 4)
const naively = `${Math.round((naive * 100) / again.median).toLocaleString('en')}× a hundred times naive`
held('matrix, policies compiled', again.median, 80, ms, naively)
const bytes = first.principals.reduce((sum, id) => {
  const kept = first.rowOf(id)
  return sum + (kept ? kept.allow.byteLength + kept.deny.byteLength + kept.depends.byteLength : 0)
}, 0)
const decisions = first.size * first.principals.length
const inBytes = (value: number) => `${value.toFixed(2)} bytes a decision`
held('memory of the rows', bytes / decisions, 2, inBytes)
