import { authorize, countAnswersIn, decide, explain, type AccessMatrix, type Model } from '@iam-canvas/core'
import { ms, often, once, row } from './measure.ts'
import { naiveMatrix } from './naive-matrix.ts'
import { changed, type Scenario, scenario } from './scenario.ts'

/**
 * The evaluation rows of the design's table, each with its anchor in the same run: `npm run bench`. Ratios are what
 * counts; milliseconds depend on the machine.
 */
const small: Scenario = scenario({ principals: 150, resources: 200, actions: 10 })
const question = { targets: small.targets, missingKeys: 'absent' } as const
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
  naiveAllowed = naiveMatrix(small)
})
const matrix = decide(small.model, question)
if (allowedIn(matrix) !== naiveAllowed)
  throw new Error(`the two disagree: ${allowedIn(matrix)} and ${naiveAllowed} allowed`)
const ratio = (value: number) => `${Math.round(naive / value).toLocaleString('en')}× naive`

row('naive evaluator with cached RegExps', ms(naive), '')
// Other tags by identity make every row a new one, while cells and compiled statements are kept.
const otherRows = (model: Model): Model => ({
  ...model,
  users: Object.fromEntries(Object.entries(model.users).map(([id, user]) => [id, { ...user, tags: [] }])),
})
const models = Array.from({ length: 50 }, () => otherRows(small.model))
const warm = often(index => decide(models[index % 50] ?? small.model, question, matrix), 40)
row('matrix, policies compiled', ms(warm.median), '≤ 2 ms, ≥ 2,500×', ratio(warm.median))
const cold = often(index => decide(fresh(index), { ...question, targets: [...small.targets] }), 12)
row('matrix with parsing and compilation', ms(cold.median), '≤ 40 ms, ≥ 130×', ratio(cold.median))

console.log('\none edit, decided again (p95)\n')
const edit = (
  what: string,
  make: (index: number) => Model,
  context?: (index: number) => Record<string, string>,
) => {
  const steps = often(index => {
    const model = make(index)
    decide(model, context ? { ...question, context: context(index) } : question, matrix)
  })
  row(what, ms(steps.p95), '≤ 1 ms', ratio(steps.p95))
}
const user = (index: number) => `user:${index % 150}` as const
const free = (index: number) => {
  const held = small.model.users[user(index)]?.attachedPolicies ?? []
  return Object.values(small.model.policies).find(({ id }) => !held.includes(id))?.id ?? 'policy:0'
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
  const id = `policy:${index % 100}` as const
  return changed(small.model, {
    type: 'CreatePolicyVersion',
    policy: id,
    text: `${small.model.policies[id]?.text ?? ''}${' '.repeat(index)}`,
  })
})
edit(
  'context key',
  () => small.model,
  index => ({ 'aws:SourceIp': `10.0.0.${index}` }),
)

console.log('\none question\n')
const asked = small.targets[7]
const cell = often(index => {
  for (let repeat = 0; repeat < 100; repeat++) {
    explain(small.model, {
      principal: user(index + repeat),
      action: asked?.actions[0] ?? '',
      resource: asked?.arn ?? '',
    })
  }
}, 30)
row('explain, with the whole trace and near misses', `${(cell.median * 10).toFixed(1)} µs`, '≤ 20 µs')

const statements = Array.from({ length: 43 }, (_, index) => ({
  Sid: `S${index}`,
  Effect: index % 9 === 8 ? 'Deny' : 'Allow',
  Action: [`s3:Get*`, `dynamodb:Verb${index}`],
  Resource: `arn:aws:s3:::bucket-${index}/*`,
  Condition: { StringEquals: { 'aws:PrincipalTag/team': `team-${index % 5}` } },
}))
const document = { Version: '2012-10-17', Statement: statements }
const text = JSON.stringify(document)
const request = {
  principal: 'arn:aws:iam::111122223333:user/alice',
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::bucket-7/report.csv',
  context: {
    'aws:PrincipalTag/team': 'team-2',
    'aws:SourceIp': '10.0.0.1',
    'aws:SecureTransport': 'true',
    'aws:RequestedRegion': 'eu-west-1',
    'aws:CurrentTime': '2026-01-01T00:00:00Z',
    'aws:PrincipalOrgID': 'o-exampleorg1',
  },
}
const perSecond = (run: () => unknown) => {
  const { median } = often(() => {
    for (let repeat = 0; repeat < 50; repeat++) run()
  }, 30)
  return `${Math.round(50_000 / median).toLocaleString('en')} / s`
}
row(
  'authorize, 43 statements, 6 keys, parsed beforehand',
  perSecond(() => authorize({ request, policies: { identity: [{ id: 'p', document }] } })),
  '',
)
row(
  'authorize, the same, from text each time',
  perSecond(() => authorize({ request, policies: { identity: [{ id: 'p', document: text }] } })),
  '',
)

const worst = {
  Version: '2012-10-17',
  Statement: { Effect: 'Allow', Action: '*', Resource: `arn:aws:s3:::${'*a'.repeat(1_000)}b` },
}
const long = { ...request, resource: `arn:aws:s3:::${'a'.repeat(2_000)}` }
const pattern = often(
  () => authorize({ request: long, policies: { identity: [{ id: 'p', document: worst }] } }),
  30,
)
row('the worst pattern of 2,048 characters', ms(pattern.p95), '≤ 5 ms')

console.log('\n30 million decisions: 1,500 principals × 2,000 resources × 10 actions\n')
const large = scenario({ principals: 1_500, resources: 2_000, actions: 10 })
const largeQuestion = { targets: large.targets, missingKeys: 'absent' } as const
const first = decide(large.model, largeQuestion)
const others = Array.from({ length: 12 }, () => otherRows(large.model))
const again = often(index => decide(others[index] ?? large.model, largeQuestion, first), 4)
row('matrix, policies compiled', ms(again.median), '≤ 80 ms')
const bytes = first.principals.reduce((sum, id) => {
  const kept = first.rowOf(id)
  return sum + (kept ? kept.allow.byteLength + kept.deny.byteLength + kept.depends.byteLength : 0)
}, 0)
row('memory', `${(bytes / (first.size * first.principals.length)).toFixed(2)} bytes a decision`, '≤ 2 bytes')
