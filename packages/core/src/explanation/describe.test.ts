import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe as group, expect, it } from 'vitest'
import {
  ACCOUNT,
  ALICE,
  ask,
  BUCKET,
  everything,
  MALLORY,
  OBJECT,
  type Question,
  ROOT,
  type Written,
} from '../testing/ask.ts'
import { describe, type Description, noteText } from './describe.ts'
import { english } from './english.ts'
import { nearMisses } from './near-miss.ts'

const read: Written = { Sid: 'Read', Action: 's3:GetObject', Resource: `${BUCKET}/*` }

function said(question: Question): Description {
  const { principal = ALICE, action = 's3:GetObject', resource = OBJECT } = question
  const evaluation = { ...ask(question), request: { principal, action, resource } }
  return describe({ ...evaluation, nearMisses: nearMisses(evaluation) })
}

group('an explanation in sentences', () => {
  it('says yes, and who allows it', () => {
    expect(said({ identity: [read] })).toMatchObject({
      headline: 'Yes: allowed',
      reason: '`identity` allows it, and nothing denies it.',
      changes: [],
    })
    expect(said({ identity: [read], boundary: [everything] }).reason).toBe(
      '`identity` allows it, `boundary` lets it through, and nothing denies it.',
    )
    expect(said({ principal: ROOT }).reason).toBe(
      'The root user may do everything in its own account, and nothing denies it.',
    )
    expect(said({ action: 'sts:GetCallerIdentity', resource: '*' }).reason).toContain('always allowed')
  })

  it('says when it is only a part', () => {
    const part = said({ resource: `${BUCKET}/*`, identity: [{ ...read, Resource: `${BUCKET}/2024/*` }] })
    expect(part.headline).toBe('Yes, but only for a part of it')
    expect(part.reason).toMatch(/^`identity` allows it.*Only a part of what was asked/)
  })

  it('names the statement that denies, and what would change it', () => {
    const deny: Written = { ...everything, Effect: 'Deny', Sid: 'NoReading' }
    expect(said({ identity: [everything, deny] })).toMatchObject({
      headline: 'No: explicit deny',
      reason: '`identity` denies it, in statement `NoReading`, and an explicit deny overrides every allow.',
      changes: ['remove or narrow statement `NoReading` of `identity`'],
    })
    expect(said({ identity: [{ ...deny, Sid: undefined }] }).changes).toEqual([
      'remove or narrow statement 1 of `identity`',
      'and let something allow `s3:GetObject` on `arn:aws:s3:::reports/q1.csv`: nothing does yet',
    ])
  })

  it('says which gate stopped it', () => {
    const other: Written = { ...everything, Action: 'ec2:*' }
    const reasons = [
      said({}),
      said({ identity: [read], boundary: [other] }),
      said({ identity: [read], serviceControl: [[everything], [other]] }),
      said({ principal: MALLORY, identity: [read] }),
      said({ principal: 'anonymous' }),
    ].map(({ reason }) => reason)
    expect(reasons).toEqual([
      'No policy of `alice` allows `s3:GetObject` on `arn:aws:s3:::reports/q1.csv`, and what nothing allows is denied.',
      'A policy allows it, but the permissions boundary `boundary` does not, and a boundary sets the outer limit.',
      'No service control policy at `level-1` allows it, and every level from the root down to the account must.',
      '`mallory` would be allowed, but no resource-based policy lets `mallory` use `arn:aws:s3:::reports/q1.csv`, and here it has to.',
      'No resource-based policy lets an anonymous caller use `arn:aws:s3:::reports/q1.csv`, and an anonymous caller has no policies of its own here.',
    ])
  })

  it('turns near misses into what to do', () => {
    expect(said({ identity: [{ ...read, Action: 's3:PutObject' }] }).changes[0]).toBe(
      'add `s3:GetObject` to Action in statement `Read` of `identity`',
    )
    expect(said({}).changes).toEqual([
      'attach a policy to `alice` that allows `s3:GetObject` on `arn:aws:s3:::reports/q1.csv`',
    ])
  })

  it('names the keys that it hangs on, and their values', () => {
    const fence: Written = {
      ...everything,
      Effect: 'Deny',
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    }
    expect(said({ identity: [everything, fence], missingKeys: 'unknown' })).toMatchObject({
      headline: 'It depends on the request',
      reason: 'The answer hangs on `aws:SecureTransport`, which nobody has given.',
      changes: ['say what `aws:SecureTransport` is: the policies compare it with `false`'],
    })
  })

  it('has a sentence for each gate, with why it was not asked', () => {
    const { gates } = said({
      identity: [read],
      serviceControl: [[everything]],
      facts: { managementAccount: true },
    })
    expect(gates.map(({ gate, verdict, text }) => [gate, verdict, text !== ''])).toEqual([
      ['explicit-deny', 'silent', true],
      ['resource-control', 'skipped', true],
      ['service-control', 'skipped', true],
      ['endpoint', 'skipped', true],
      ['resource-policy', 'skipped', true],
      ['identity', 'allows', true],
      ['boundary', 'skipped', true],
      ['session', 'skipped', true],
    ])
    expect(gates[2]?.text).toMatch(/management account/)
    expect(gates[5]?.text).toBe('`identity` allows it.')
    expect(gates[6]?.text).toMatch(/`alice`/)
  })

  it('speaks of a rule that decides by itself', () => {
    const session = `arn:aws:sts::${ACCOUNT}:federated-user/alice`
    expect(said({ principal: session, identity: [everything] }).reason).toContain(
      'nothing without a session policy',
    )
    const managed = 'arn:aws:iam::aws:policy/ReadOnlyAccess'
    expect(said({ action: 'iam:DeletePolicy', resource: managed, identity: [everything] }).reason).toBe(
      'AWS owns `ReadOnlyAccess`, and nobody else can change it.',
    )
    const blocked: Question = {
      principal: 'anonymous',
      resourcePolicy: [{ ...read, Principal: '*' }],
      facts: { restrictPublicBuckets: true },
    }
    expect(said(blocked).reason).toContain('Block Public Access')
  })

  it('takes the names it is given', () => {
    const { request: _, ...evaluation } = { request: undefined, ...ask({ identity: [read] }) }
    const explanation = {
      ...evaluation,
      nearMisses: [],
      request: { principal: ALICE, action: 's3:GetObject', resource: OBJECT },
    }
    expect(describe(explanation, id => `<${id}>`).reason).toBe('<identity> allows it, and nothing denies it.')
  })
})

group('the message catalogue', () => {
  const folder = join(import.meta.dirname, '../access')
  const source = readdirSync(folder)
    .filter(name => !name.includes('.test.'))
    .map(name => readFileSync(join(folder, name), 'utf8'))
    .join('\n')
  const found = (pattern: RegExp): readonly string[] =>
    [...source.matchAll(pattern)].map(([, code = '']) => code)
  const code = "'([a-z]+(?:-[a-z]+)+)'"

  it('has a sentence for every reason a gate is skipped', () => {
    const reasons = [
      ...found(new RegExp(`skipped\\(${code}`, 'g')),
      ...found(new RegExp(`skippedGate\\((?:gate|'[a-z-]+'),\\s*${code}`, 'g')),
    ]
    expect(reasons).toContain('root-user')
    expect(reasons.length).toBeGreaterThan(12)
    expect(reasons.filter(reason => !english.gates[reason])).toEqual([])
  })

  it('has a sentence for every gate and verdict that can be', () => {
    const gates = ['service-control', 'endpoint', 'resource-policy', 'identity', 'boundary', 'session']
    const reasons = gates.flatMap(gate =>
      ['denies', 'depends', 'allows', 'silent'].map(verdict => `${gate}-${verdict}`),
    )
    const implied = ['denies', 'depends', 'allows'].map(verdict => `resource-control-${verdict}`)
    const first = ['denies', 'depends', 'silent'].map(verdict => `explicit-deny-${verdict}`)
    expect([...reasons, ...implied, ...first].filter(reason => !english.gates[reason])).toEqual([])
  })

  it('has a sentence for every note', () => {
    const notes = [
      ...found(new RegExp(`note: (?:[^,;\\n]*\\? )?${code}`, 'g')),
      ...found(new RegExp(`note: [^,;\\n]* : ${code}`, 'g')),
    ]
    expect(notes).toContain('unknown-operator')
    expect(notes.length).toBeGreaterThan(8)
    expect(notes.filter(note => noteText(note) === undefined)).toEqual([])
  })

  it('has a sentence for every rule that decides by itself', () => {
    const rules = found(new RegExp(`because: ${code}`, 'g'))
    expect(rules.length).toBeGreaterThan(3)
    expect(rules.filter(rule => !english.reasons.because[rule])).toEqual([])
  })
})
