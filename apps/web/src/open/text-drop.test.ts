import { apply, type Command, emptyModel, type EntityId } from '@iam-canvas/core'
import { describe, expect, it } from 'vitest'
import { policyIn, textHint, textVerdict } from './text-drop.ts'

const policy = (more: object = {}) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::x/*', ...more }],
  })
const plain = { name: 'Read', text: policy(), how: 'added' }
const named = { name: 'Read', text: policy({ Principal: { AWS: '*' } }), how: 'added' }

const commands: readonly Command[] = [
  {
    type: 'CreateOrganization',
    organization: 'o-exampleorgid',
    root: 'ou:root',
    managementAccount: 'account:123456789012',
  },
  { type: 'CreateOrganizationalUnit', ou: 'ou:work', name: 'work', parent: 'ou:root' },
  { type: 'CreateUser', user: 'user:ana', name: 'ana' },
  { type: 'CreateGroup', group: 'group:devs', name: 'devs' },
  { type: 'CreateRole', role: 'role:deploy', name: 'deploy', trustPolicy: policy() },
  { type: 'CreatePolicy', policy: 'policy:Own', name: 'Own', text: policy({ Sid: 'Own' }) },
  {
    type: 'AddResource',
    resource: 'resource:photos',
    name: 'photos',
    arn: 'arn:aws:s3:::photos',
    parts: [],
    service: 's3',
    resourceType: 'bucket',
  },
  {
    type: 'AddExternalPrincipal',
    external: 'external:partner',
    name: 'partner',
    principalType: 'AWS',
    principal: 'arn:aws:iam::999999999999:root',
  },
]
const applied = apply(emptyModel(), { type: 'Batch', commands })
if (!applied.ok) throw new Error(applied.problem.message)
const { model } = applied

const says = (given: typeof plain, target?: EntityId) => {
  const verdict = textVerdict(model, given, target)
  if (!verdict.ok) return `✕ ${verdict.reason}`
  const result = apply(model, verdict.command)
  expect(result.ok).toBe(true)
  return `${verdict.verb}${verdict.ask ? ` [${verdict.ask.choices.map(({ label }) => label).join(' | ')}]` : ''}`
}

describe('a policy text dropped from outside', () => {
  it('becomes a policy on the canvas and in an account', () => {
    expect(says(plain)).toBe('Add it as a policy')
    expect(says(plain, 'account:123456789012')).toBe('Add it as a policy')
  })

  it('is attached as a new policy to a user, group or role', () => {
    expect(says(plain, 'user:ana')).toBe('Attach it to ana as a new policy')
    expect(says(plain, 'group:devs')).toBe('Attach it to devs as a new policy')
    expect(says(plain, 'role:deploy')).toBe('Attach it to deploy as a new policy')
  })

  it('with a Principal is the policy of a role or a resource, and of nobody else', () => {
    expect(says(named, 'role:deploy')).toBe('Replace the trust policy of deploy [Replace the trust policy]')
    expect(says(named, 'resource:photos')).toBe('Make it the resource policy of photos')
    expect(says(plain, 'resource:photos')).toMatch(/^✕ a resource policy names a Principal/)
    expect(says(named, 'user:ana')).toMatch(/^✕ this text names a Principal/)
    expect(says(named, 'policy:Own')).toMatch(/^✕ this text names a Principal/)
  })

  it('replaces the text of a policy after both were shown', () => {
    expect(says(plain, 'policy:Own')).toBe('Replace the text of Own [Replace the text | Add as a new policy]')
    const verdict = textVerdict(model, plain, 'policy:Own')
    expect(verdict.ok && verdict.ask?.compare).toEqual({ before: policy({ Sid: 'Own' }), after: plain.text })
    expect(says({ ...plain, text: policy({ Sid: 'Own' }) }, 'policy:Own')).toBe('✕ Own has this text already')
  })

  it('binds an OU as a control policy, of the kind that its text is of', () => {
    expect(says(plain, 'ou:work')).toBe('Attach it to work as a new SCP')
    expect(says(named, 'ou:work')).toBe('Attach it to work as a new RCP')
  })

  it('is refused where it is not complete, with what is wrong', () => {
    expect(says({ ...plain, text: '{"Statement":[{"Effect":"Allow","Action":' }, 'user:ana')).toMatch(
      /^✕ the policy is not complete: /,
    )
    expect(says(plain, 'external:partner')).toMatch(/^✕/)
  })

  it('may be a single statement, copied out of a policy', () => {
    expect(policyIn('{"Effect":"Allow","Action":"s3:*","Resource":"*"},')).toContain('"Statement"')
    expect(policyIn(plain.text)).toBe(plain.text)
    expect(policyIn('hello')).toBeUndefined()
    expect(policyIn('{"a":1}')).toBeUndefined()
  })

  it('says what it would do before anybody knows the text', () => {
    expect(textHint(model, undefined, false)).toMatchObject({ verb: 'Open it here, or add it as a policy' })
    expect(textHint(model, 'user:ana', false)).toMatchObject({ verb: 'Attach it to ana as a new policy' })
    expect(textHint(model, 'external:partner', false)).toMatchObject({ ok: false })
  })
})
