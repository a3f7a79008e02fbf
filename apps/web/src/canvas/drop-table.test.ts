import { apply, type Command, emptyModel, type EntityId, type Model } from '@iam-canvas/core'
import { describe, expect, it } from 'vitest'
import { type DropVerdict, dropVerdict } from './drop-rules.ts'

const identity =
  '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"arn:aws:s3:::x"}]}'
const trust = '{"Version":"2012-10-17","Statement":[]}'
const other = { account: '222222222222' }

const commands: readonly Command[] = [
  { type: 'AddAccount', account: 'account:b', number: '222222222222', name: 'b' },
  {
    type: 'CreateOrganization',
    organization: 'o-exampleorgid',
    root: 'ou:root',
    managementAccount: 'account:123456789012',
  },
  { type: 'CreateOrganizationalUnit', ou: 'ou:work', name: 'work', parent: 'ou:root' },
  { type: 'CreateOrganizationalUnit', ou: 'ou:play', name: 'play', parent: 'ou:root' },
  { type: 'MoveAccount', account: 'account:b', ou: 'ou:root' },
  { type: 'CreateUser', user: 'user:ana', name: 'ana' },
  { type: 'CreateUser', user: 'user:bob', name: 'bob', ...other },
  { type: 'CreateGroup', group: 'group:devs', name: 'devs' },
  { type: 'CreateGroup', group: 'group:ops', name: 'ops' },
  { type: 'CreateRole', role: 'role:deploy', name: 'deploy', trustPolicy: trust },
  { type: 'CreateRole', role: 'role:far', name: 'far', trustPolicy: trust, ...other },
  { type: 'CreatePolicy', policy: 'policy:Read', name: 'Read', text: identity },
  { type: 'CreatePolicy', policy: 'policy:Write', name: 'Write', text: identity },
  { type: 'CreatePolicy', policy: 'policy:Deny', name: 'Deny', text: identity, purpose: 'service-control' },
  { type: 'CreatePolicy', policy: 'policy:Tls', name: 'Tls', text: identity, purpose: 'resource-control' },
  {
    type: 'AddResource',
    resource: 'resource:photos',
    name: 'photos',
    arn: 'arn:aws:s3:::photos',
    parts: ['arn:aws:s3:::photos/*'],
    service: 's3',
    resourceType: 'bucket',
  },
  {
    type: 'AddResource',
    resource: 'resource:resize',
    name: 'resize',
    arn: 'arn:aws:lambda:eu-west-1:123456789012:function:resize',
    service: 'lambda',
    resourceType: 'function',
  },
  {
    type: 'AddExternalPrincipal',
    external: 'external:gh',
    name: 'gh',
    principalType: 'Federated',
    principal: 'arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com',
  },
  {
    type: 'AddExternalPrincipal',
    external: 'external:partner',
    name: 'partner',
    principalType: 'AWS',
    principal: 'arn:aws:iam::999999999999:root',
  },
]

function modelAfter(before: Model, ...more: readonly Command[]): Model {
  const result = apply(before, { type: 'Batch', commands: more })
  if (!result.ok) throw new Error(result.problem.message)
  return result.model
}

const model = modelAfter(emptyModel(), ...commands)

/** What a drop says, in one line: its verb, what it asks, why not, or what could be done instead. */
function says(verdict: DropVerdict | undefined): string {
  if (!verdict) return 'moves'
  if (!verdict.ok) return `✕${verdict.instead ? ` (${verdict.instead.label})` : ''}`
  return `${verdict.verb}${verdict.ask ? ` [${verdict.ask.choices.map(({ label }) => label).join(' | ')}]` : ''}`
}

const targets: readonly EntityId[] = [
  'account:b',
  'group:ops',
  'user:bob',
  'role:deploy',
  'policy:Write',
  'resource:photos',
  'ou:work',
  'policy:Tls',
  'external:partner',
]

/** INTERACTION: one row for each kind that is dragged, one column for each kind it is dropped on. */
const table: Readonly<Record<string, readonly string[]>> = {
  'user:ana': [
    'Move ana to b',
    'Add ana to ops',
    '✕',
    'Let ana assume deploy',
    'Attach Write to ana',
    '✕',
    '✕',
    '✕',
    '✕',
  ],
  'role:far': ['moves', '✕', '✕', 'Let far assume deploy', '✕', '✕', '✕', '✕', '✕'],
  'group:devs': ['Move devs to b', '✕', '✕', '✕', 'Attach Write to devs', '✕', '✕', '✕', '✕'],
  'policy:Read': [
    'Move Read to b',
    'Attach Read to ops',
    '✕',
    'Attach Read to deploy',
    '✕',
    '✕ (Make a resource policy of photos from it)',
    '✕ (Make an SCP for work from it)',
    '✕',
    '✕',
  ],
  'policy:Deny': [
    'Enable SCPs and attach Deny to b',
    '✕',
    '✕',
    '✕',
    '✕',
    '✕',
    'Enable SCPs and attach Deny to work',
    '✕',
    '✕',
  ],
  'resource:resize': [
    'Move resize to b',
    '✕',
    '✕',
    'Run resize as deploy [Run as it, and add the trust | Run as it only]',
    'Add resize to Write',
    'Let photos invoke resize',
    '✕',
    'Add resize to Tls',
    '✕',
  ],
  'resource:photos': [
    'Move photos to b',
    '✕',
    '✕',
    '✕',
    'Add photos to Write [Both | Objects | Only photos]',
    'moves',
    '✕',
    'Add photos to Tls [Both | Objects | Only photos]',
    '✕',
  ],
  'account:123456789012': ['✕', '✕', '✕', '✕', '✕', '✕', 'Move My account to work', '✕', '✕'],
  'ou:play': ['✕', '✕', '✕', '✕', '✕', '✕', 'Move play to work', '✕', '✕'],
  'external:gh': ['✕', '✕', '✕', 'Let gh assume deploy', '✕', '✕', '✕', '✕', '✕'],
  'external:partner': [
    '✕',
    '✕',
    '✕',
    'Let partner assume deploy',
    '✕',
    'Let partner use photos',
    '✕',
    '✕',
    'moves',
  ],
}

describe('the drop table', () => {
  it.each(Object.entries(table))('%s', (dragged, expected) => {
    expect(targets.map(target => says(dropVerdict(model, dragged as EntityId, target)))).toEqual(expected)
  })

  it('has every kind in it', () => {
    expect(new Set(Object.keys(table).map(id => id.split(':')[0]))).toEqual(
      new Set(['user', 'role', 'group', 'policy', 'resource', 'account', 'ou', 'external']),
    )
  })
})

const everything: readonly EntityId[] = [
  ...targets,
  ...(Object.keys(table) as EntityId[]),
  'policy:Read',
  'role:far',
]

it('what a verdict accepts, asks for or offers instead, the model accepts too; what it refuses has a reason', () => {
  let accepted = 0
  for (const dragged of everything) {
    for (const target of everything) {
      for (const manner of [{}, { copy: true }, { ceiling: true }, { body: true }]) {
        const verdict = dropVerdict(model, dragged, target, manner)
        if (!verdict) continue
        if (!verdict.ok) expect(verdict.reason).toMatch(/^[\w ].{8,}[^.]$/)
        const promised = verdict.ok
          ? [verdict.command, ...(verdict.ask?.choices ?? []).map(({ command }) => command)]
          : verdict.instead
            ? [verdict.instead.command]
            : []
        for (const command of promised) {
          accepted++
          expect(apply(model, command), `${dragged} onto ${target}`).toMatchObject({ ok: true })
        }
      }
    }
  }
  expect(accepted).toBeGreaterThan(60)
})

it('into another account it names what is cut, and lets texts that name the ARN follow', () => {
  const arn = 'arn:aws:iam::123456789012:role/deploy'
  const bound = modelAfter(
    model,
    { type: 'AttachRolePolicy', role: 'role:deploy', policy: 'policy:Read' },
    { type: 'SetRunsAs', resource: 'resource:resize', role: 'role:deploy' },
    {
      type: 'UpdateAssumeRolePolicy',
      role: 'role:far',
      text: `{"Statement":[{"Effect":"Allow","Principal":{"AWS":"${arn}"},"Action":"sts:AssumeRole"}]}`,
    },
  )
  const verdict = dropVerdict(bound, 'role:deploy', 'account:b')
  if (!verdict?.ok || !verdict.ask) throw new Error('it should ask')
  expect(verdict.ask.points).toEqual([
    'resize no longer runs as deploy',
    'Read is detached from deploy',
    'Its ARN changes, and 1 policy text names it',
  ])
  const [follow] = verdict.ask.choices
  const moved = follow && modelAfter(bound, follow.command)
  expect(moved?.roles['role:far']?.trustPolicy).toContain('arn:aws:iam::222222222222:role/deploy')
})

it('into a role of another account it takes the trust and a policy of its own', () => {
  const verdict = dropVerdict(model, 'user:ana', 'role:far')
  expect(verdict).toMatchObject({
    ok: true,
    command: { commands: [{ type: 'UpdateAssumeRolePolicy' }, { type: 'PutUserPolicy' }] },
  })
})

describe('the event source of a function', () => {
  const queue = 'arn:aws:sqs:eu-west-1:123456789012:jobs'
  const withQueue = modelAfter(model, {
    type: 'AddResource',
    resource: 'resource:jobs',
    name: 'jobs',
    arn: queue,
    service: 'sqs',
    resourceType: 'queue',
  })

  it('that invokes it is let in by the policy of the function, whichever of both is dragged', () => {
    const verdict = dropVerdict(model, 'resource:photos', 'resource:resize')
    expect(says(verdict)).toBe('Let photos invoke resize')
    const after = verdict?.ok ? modelAfter(model, verdict.command) : model
    expect(JSON.parse(after.resources['resource:resize']?.resourcePolicy ?? '')).toMatchObject({
      Statement: [
        {
          Principal: { Service: 's3.amazonaws.com' },
          Condition: {
            StringEquals: { 'aws:SourceAccount': '123456789012' },
            ArnLike: { 'aws:SourceArn': 'arn:aws:s3:::photos' },
          },
        },
      ],
    })
    expect(says(dropVerdict(after, 'resource:resize', 'resource:photos'))).toBe('✕')
  })

  it('that it reads itself is read by its role, which it has to have', () => {
    expect(says(dropVerdict(withQueue, 'resource:resize', 'resource:jobs'))).toBe('✕')
    const running = modelAfter(withQueue, {
      type: 'SetRunsAs',
      resource: 'resource:resize',
      role: 'role:deploy',
    })
    const verdict = dropVerdict(running, 'resource:resize', 'resource:jobs')
    expect(says(verdict)).toBe('Let resize read jobs, by its role deploy')
    const after = verdict?.ok ? modelAfter(running, verdict.command) : running
    expect(after.roles['role:deploy']?.inlinePolicies[0]?.name).toBe('Read-jobs')
    expect(says(dropVerdict(after, 'resource:jobs', 'resource:resize'))).toBe('✕')
  })
})

it('objects that were drawn by themselves become a part of their bucket', () => {
  const drawn = modelAfter(model, {
    type: 'AddResource',
    resource: 'resource:raw',
    name: 'photos/raw/*',
    arn: 'arn:aws:s3:::photos/raw/*',
    service: 's3',
    resourceType: 'object',
  })
  const verdict = dropVerdict(drawn, 'resource:raw', 'resource:photos')
  expect(says(verdict)).toBe('Make photos/raw/* a part of photos')
  const after = verdict?.ok ? modelAfter(drawn, verdict.command) : drawn
  expect(after.resources['resource:photos']?.parts).toEqual([
    'arn:aws:s3:::photos/*',
    'arn:aws:s3:::photos/raw/*',
  ])
  expect(after.resources['resource:raw']).toBeUndefined()
})
