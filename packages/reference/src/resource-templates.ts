import { resourceKindOf } from './resource-kinds.ts'

export interface NewResource {
  readonly name: string
  readonly account: string
  readonly region: string
}

export interface MadeResource {
  readonly arn: string
  /** Patterns for what is inside it and asked for on its own, such as the objects of a bucket. [M8] */
  readonly parts: readonly string[]
  readonly service: string
  readonly type: string
}

/** A resource that can be added without knowing how its ARN is written. */
export interface ResourceTemplate {
  readonly service: string
  readonly type: string
  /** Such as `DynamoDB table`. */
  readonly label: string
  /** Such as `Table`. */
  readonly shortLabel: string
  readonly defaultName: string
  readonly make: (input: NewResource) => MadeResource
}

/** The same digits for the same name (FNV-1a over the name and the place of each block), for ids that AWS would draw. */
function digitsFor(name: string, count: number): string {
  let digits = ''
  for (let block = 0; digits.length < count; block++) {
    let hash = 0x811c9dc5
    for (const char of `${block}${name}`) hash = Math.imul(hash ^ char.codePointAt(0)!, 0x01000193)
    digits += (hash >>> 0).toString(16).padStart(8, '0')
  }
  return digits.slice(0, count)
}

const keyId = (name: string): string =>
  digitsFor(name, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

interface Row {
  readonly shortLabel: string
  readonly defaultName: string
  /** The ARN from the service on. */
  readonly end: (input: NewResource) => string
  /** What follows the ARN in those of its parts. */
  readonly parts?: readonly string[]
}

function template({ shortLabel, defaultName, end, parts = [] }: Row): ResourceTemplate {
  const arnOf = (input: NewResource): string => `arn:aws:${end(input)}`
  const kind = resourceKindOf(arnOf({ name: defaultName, account: '111122223333', region: 'eu-west-1' }))
  if (!kind) throw new Error(`the ARN of the template ${shortLabel} has no listed form`)
  const { service, type, label } = kind
  return {
    service,
    type,
    label,
    shortLabel,
    defaultName,
    make: input => {
      const arn = arnOf(input)
      return { arn, parts: parts.map(part => `${arn}${part}`), service, type }
    },
  }
}

/** The resources that a person is likely to draw, the likeliest first. */
export const resourceTemplates: readonly ResourceTemplate[] = [
  template({
    shortLabel: 'Bucket',
    defaultName: 'new-bucket',
    end: ({ name }) => `s3:::${name}`,
    parts: ['/*'],
  }),
  template({
    shortLabel: 'Table',
    defaultName: 'new-table',
    end: ({ name, account, region }) => `dynamodb:${region}:${account}:table/${name}`,
  }),
  template({
    shortLabel: 'Function',
    defaultName: 'new-function',
    end: ({ name, account, region }) => `lambda:${region}:${account}:function:${name}`,
  }),
  template({
    shortLabel: 'Queue',
    defaultName: 'new-queue',
    end: ({ name, account, region }) => `sqs:${region}:${account}:${name}`,
  }),
  template({
    shortLabel: 'Topic',
    defaultName: 'new-topic',
    end: ({ name, account, region }) => `sns:${region}:${account}:${name}`,
  }),
  template({
    shortLabel: 'Key',
    defaultName: 'new-key',
    end: ({ name, account, region }) => `kms:${region}:${account}:key/${keyId(name)}`,
  }),
  template({
    shortLabel: 'Secret',
    defaultName: 'new-secret',
    // AWS appends a hyphen and six characters to the name of each secret.
    end: ({ name, account, region }) =>
      `secretsmanager:${region}:${account}:secret:${name}-${digitsFor(name, 6)}`,
  }),
  template({
    shortLabel: 'Parameter',
    defaultName: 'new-parameter',
    // A name that begins with a slash is written without it.
    end: ({ name, account, region }) => `ssm:${region}:${account}:parameter/${name.replace(/^\//, '')}`,
  }),
  template({
    shortLabel: 'Log group',
    defaultName: 'new-log-group',
    end: ({ name, account, region }) => `logs:${region}:${account}:log-group:${name}`,
    parts: [':log-stream:*'],
  }),
  template({
    shortLabel: 'Event bus',
    defaultName: 'new-event-bus',
    end: ({ name, account, region }) => `events:${region}:${account}:event-bus/${name}`,
  }),
  template({
    shortLabel: 'State machine',
    defaultName: 'new-state-machine',
    end: ({ name, account, region }) => `states:${region}:${account}:stateMachine:${name}`,
  }),
  template({
    shortLabel: 'Stream',
    defaultName: 'new-stream',
    end: ({ name, account, region }) => `kinesis:${region}:${account}:stream/${name}`,
  }),
  template({
    shortLabel: 'Repository',
    defaultName: 'new-repository',
    end: ({ name, account, region }) => `ecr:${region}:${account}:repository/${name}`,
  }),
  template({
    shortLabel: 'Database',
    defaultName: 'new-database',
    end: ({ name, account, region }) => `rds:${region}:${account}:db:${name}`,
  }),
  template({
    shortLabel: 'EC2 instance',
    defaultName: 'new-instance',
    end: ({ name, account, region }) => `ec2:${region}:${account}:instance/i-${digitsFor(name, 17)}`,
  }),
  template({
    shortLabel: 'ECS task',
    defaultName: 'new-task',
    end: ({ name, account, region }) => `ecs:${region}:${account}:task/default/${digitsFor(name, 32)}`,
  }),
]
