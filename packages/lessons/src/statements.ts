type OneOrMany = string | readonly string[]

export interface StatementJson {
  readonly Sid?: string
  readonly Effect: 'Allow' | 'Deny'
  readonly Principal?: '*' | Readonly<Record<string, OneOrMany>>
  readonly Action?: OneOrMany
  readonly NotAction?: OneOrMany
  readonly Resource?: OneOrMany
  readonly NotResource?: OneOrMany
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, OneOrMany>>>>
}

type More = Omit<StatementJson, 'Effect' | 'Action' | 'Resource'>

/** A policy as people write it: the version, then the statements. */
export const policyText = (...statements: readonly StatementJson[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2)

export const allow = (Action: OneOrMany, Resource: OneOrMany, more: More = {}): StatementJson => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...more,
})

export const deny = (Action: OneOrMany, Resource: OneOrMany, more: More = {}): StatementJson => ({
  ...allow(Action, Resource, more),
  Effect: 'Deny',
})

/** A statement of a trust policy: who may assume the role. It has no Resource, since it stands on the role itself. */
export const trust = (
  Principal: NonNullable<StatementJson['Principal']>,
  more: More = {},
): StatementJson => ({
  Effect: 'Allow',
  Principal,
  Action: 'sts:AssumeRole',
  ...more,
})

export const trustService = (service: OneOrMany): string => policyText(trust({ Service: service }))
export const trustAws = (principal: OneOrMany): string => policyText(trust({ AWS: principal }))

/** The ARNs of a bucket: itself, and what is in it. They are asked for different actions. [M8] */
export const bucketArn = (name: string): string => `arn:aws:s3:::${name}`
export const objectsArn = (name: string): string => `${bucketArn(name)}/*`
