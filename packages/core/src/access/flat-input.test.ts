import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ACCOUNT, ALICE, OBJECT } from '../testing/ask.ts'
import { type AuthorizeInput, authorize } from './authorize.ts'

const request = { principal: ALICE, action: 's3:GetObject', resource: OBJECT, resourceAccount: ACCOUNT }
const all = { Effect: 'Allow', Action: '*', Resource: '*' }
const decide = (document: unknown) =>
  // A script may hand in anything: here it does.
  authorize({ request, policies: { identity: [{ id: 'given', document: document as string }] } })

const key = fc.constantFrom(
  'Version',
  'Statement',
  'Effect',
  'Action',
  'Resource',
  'Principal',
  'Condition',
  '__proto__',
  'id',
  'document',
)
const value = fc.constantFrom<unknown>(
  'Allow',
  '*',
  's3:*',
  0,
  null,
  true,
  '2012-10-17',
  OBJECT,
  '${aws:username}',
  '\ud800',
)
const anything = fc.letrec<{ node: unknown }>(tie => ({
  node: fc.oneof({ depthSize: 'small' }, value, fc.array(tie('node')), fc.dictionary(key, tie('node'))),
})).node

describe('the flat entry, given anything', () => {
  it('never throws, and nothing broken allows', () => {
    fc.assert(
      fc.property(anything, anything, anything, (asked, policies, document) => {
        const answers = [
          authorize({ request: asked, policies } as AuthorizeInput),
          authorize({ request, policies } as AuthorizeInput),
          authorize({
            request,
            policies: { identity: policies, resource: document, serviceControl: asked },
          } as AuthorizeInput),
        ]
        return answers.every(({ decision }) => typeof decision === 'string') && JSON.stringify(answers) !== ''
      }),
    )
    for (const input of [undefined, null, 0, 'x', [], {}, { request: null, policies: null }]) {
      expect(authorize(input as unknown as AuthorizeInput).decision).toBe('ImplicitDeny')
    }
  })

  it('takes a document as text or as JSON, and reads it anew each time', () => {
    const document = { Version: '2012-10-17', Statement: [all] }
    expect(decide(document).decision).toBe('Allow')
    expect(decide(JSON.stringify(document)).decision).toBe('Allow')
    document.Statement[0] = { ...all, Effect: 'Deny' }
    expect(decide(document).decision).toBe('ExplicitDeny')
    const circle: Record<string, unknown> = { Version: '2012-10-17' }
    circle['Statement'] = circle
    expect(decide(circle)).toMatchObject({ decision: 'ImplicitDeny' })
  })

  it('takes a policy as a whole or not at all: what AWS would reject allows nothing, and still denies', () => {
    const broken = [
      { Version: '2012-10-17', Statement: [all, { ...all, Effect: 'ALLOW' }] },
      { Version: '2012-10-17', Statement: [all, { ...all, Condtion: {} }] },
      { Version: '2013-01-01', Statement: [all] },
      `{"Version":"2012-10-17","Statement":[${JSON.stringify(all)},`,
      `{"Version":"2012-10-17","Statement":[${JSON.stringify(all)}]} trailing`,
      [all],
      null,
      7,
    ]
    for (const document of broken) {
      const { decision, diagnostics } = decide(document)
      expect([decision, diagnostics[0]?.severity, diagnostics[0]?.policyId]).toEqual([
        'ImplicitDeny',
        'error',
        'given',
      ])
    }
    const { decision } = decide({
      Version: '2012-10-17',
      Statement: [{ ...all, Effect: 'Deny' }, { Effect: 'Allow' }],
    })
    expect(decision).toBe('ExplicitDeny')
  })

  it('reports a Principal where AWS takes none', () => {
    const document = { Version: '2012-10-17', Statement: [{ ...all, Principal: '*' }] }
    expect(decide(document)).toMatchObject({
      decision: 'ImplicitDeny',
      diagnostics: [{ code: 'misplaced-principal', at: '/Statement/0/Principal' }],
    })
  })

  it('an empty list of session or endpoint policies is as good as none', () => {
    const identity = [{ id: 'all', document: { Version: '2012-10-17', Statement: [all] } }]
    const context = { 'aws:SourceVpce': 'vpce-1' }
    const answer = authorize({
      request: { ...request, context },
      policies: { identity, session: [], endpoint: [] },
    })
    expect(answer.decision).toBe('Allow')
  })

  it('numbers and booleans in the context stand for their text', () => {
    const statement = {
      ...all,
      Condition: { Bool: { 'aws:SecureTransport': 'true' }, NumericEquals: { n: '7' } },
    }
    const context = { 'aws:SecureTransport': true, n: 7, odd: { nested: true } } as unknown as Record<
      string,
      string
    >
    const policies = { identity: [{ id: 'p', document: { Version: '2012-10-17', Statement: [statement] } }] }
    expect(authorize({ request: { ...request, context }, policies }).decision).toBe('Allow')
  })
})
