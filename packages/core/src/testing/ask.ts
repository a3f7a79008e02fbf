import { expect } from 'vitest'
import {
  type AuthorizeInput,
  type AuthorizeResult,
  authorize,
  type PolicyLevel,
} from '../access/authorize.ts'
import type { Decision } from '../access/trace.ts'

export const ACCOUNT = '111122223333'
export const OTHER = '444455556666'
export const ALICE = `arn:aws:iam::${ACCOUNT}:user/alice`
export const BOB = `arn:aws:iam::${ACCOUNT}:user/bob`
export const MALLORY = `arn:aws:iam::${OTHER}:user/mallory`
export const DEPLOY = `arn:aws:iam::${ACCOUNT}:role/deploy`
export const DEPLOY_SESSION = `arn:aws:sts::${ACCOUNT}:assumed-role/deploy/ci`
export const ROOT = `arn:aws:iam::${ACCOUNT}:root`
export const BUCKET = 'arn:aws:s3:::reports'
export const OBJECT = 'arn:aws:s3:::reports/q1.csv'
export const KEY = `arn:aws:kms:eu-west-1:${ACCOUNT}:key/1234abcd-12ab-34cd-56ef-1234567890ab`

/** A statement as a person writes it; `Effect` is Allow where it is left out. */
export type Written = Readonly<Record<string, unknown>>

export interface Question {
  readonly principal?: string
  readonly action?: string
  readonly resource?: string
  readonly resourceAccount?: string
  readonly context?: Readonly<Record<string, string | readonly string[]>>
  readonly missingKeys?: 'absent' | 'unknown'
  readonly facts?: AuthorizeInput['request']['facts']
  readonly identity?: readonly Written[]
  readonly boundary?: readonly Written[]
  readonly session?: readonly Written[]
  readonly resourcePolicy?: readonly Written[]
  readonly endpoint?: readonly Written[]
  /** One list of statements for each level, from the root down. */
  readonly serviceControl?: readonly (readonly Written[])[]
  readonly resourceControl?: readonly (readonly Written[])[]
  readonly version?: string
}

export const everything: Written = { Action: '*', Resource: '*' }
export const denyEverything: Written = { Effect: 'Deny', Action: '*', Resource: '*' }

/** A policy document of these statements. */
export const documentOf = (statements: readonly Written[], version = '2012-10-17'): object => ({
  ...(version !== '' && { Version: version }),
  Statement: statements.map(statement => ({ Effect: 'Allow', ...statement })),
})

/** Alice reads an object of a bucket in her own account, unless the question says otherwise. */
export function ask(question: Question): AuthorizeResult {
  const {
    principal = ALICE,
    action = 's3:GetObject',
    resource = OBJECT,
    resourceAccount = ACCOUNT,
    version,
  } = question
  const policy = (id: string, statements: readonly Written[]) => ({
    id,
    document: documentOf(statements, version),
  })
  const levels = (id: string, all: readonly (readonly Written[])[]): PolicyLevel[] =>
    all.map((statements, index) => ({
      level: `level-${index}`,
      policies: [policy(`${id}-${index}`, statements)],
    }))
  return authorize({
    request: {
      principal,
      action,
      resource,
      resourceAccount,
      ...(question.context && { context: question.context }),
      ...(question.missingKeys && { missingKeys: question.missingKeys }),
      ...(question.facts && { facts: question.facts }),
    },
    policies: {
      ...(question.identity && { identity: [policy('identity', question.identity)] }),
      ...(question.boundary && { permissionsBoundary: policy('boundary', question.boundary) }),
      ...(question.session && { session: [policy('session', question.session)] }),
      ...(question.resourcePolicy && { resource: policy('resource', question.resourcePolicy) }),
      ...(question.endpoint && { endpoint: [policy('endpoint', question.endpoint)] }),
      ...(question.serviceControl && { serviceControl: levels('scp', question.serviceControl) }),
      ...(question.resourceControl && { resourceControl: levels('rcp', question.resourceControl) }),
    },
  })
}

export const decisionOf = (question: Question): Decision => ask(question).decision

/** Asks, and shows the gates when the decision is another one. */
export function expectDecision(question: Question, decision: Decision): void {
  const answer = ask(question)
  const gates = answer.gates.map(
    ({ gate, level, verdict, reason }) => `${gate} ${level ?? ''} ${verdict} (${reason})`,
  )
  expect(answer.decision, `${JSON.stringify(question)}\n${gates.join('\n')}`).toBe(decision)
}
