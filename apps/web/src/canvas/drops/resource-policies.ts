import type { Model, Resource } from '@iam-canvas/core'
import { partitionOf } from '@iam-canvas/core'

/** What a first statement of a resource policy would allow, by service: the everyday use of such a thing by others. */
const firstActions: Readonly<Record<string, readonly string[]>> = {
  s3: ['s3:GetObject'],
  sqs: ['sqs:SendMessage'],
  sns: ['sns:Publish'],
  kms: ['kms:Decrypt', 'kms:GenerateDataKey'],
  lambda: ['lambda:InvokeFunction'],
  secretsmanager: ['secretsmanager:GetSecretValue'],
  dynamodb: ['dynamodb:GetItem', 'dynamodb:Query'],
  events: ['events:PutEvents'],
  kinesis: ['kinesis:GetRecords', 'kinesis:GetShardIterator'],
  ecr: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
}

/** Whether AWS lets this kind of resource have a policy of its own, and what a first one would allow. */
export const resourcePolicyKind = ({ service }: Pick<Resource, 'service'>): readonly string[] | undefined =>
  Object.hasOwn(firstActions, service) ? firstActions[service] : undefined

/** A statement that lets this principal use the resource, with the Resource element that its service expects. */
export function letUse(resource: Resource, principal: unknown): object | undefined {
  const actions = resourcePolicyKind(resource)
  if (!actions) return undefined
  const [only] = actions
  const named = { Effect: 'Allow', Principal: principal, Action: actions.length === 1 ? only : actions }
  // A repository's policy has no Resource element, a key's means the key itself by `*`.
  if (resource.service === 'ecr') return named
  if (resource.service === 'kms') return { ...named, Resource: '*' }
  const targets = resource.service === 's3' && resource.parts.length > 0 ? resource.parts : [resource.arn]
  return { ...named, Resource: targets.length === 1 ? targets[0] : targets }
}

/**
 * The text that a policy of this resource starts from. Without its first statement a key would shut out its own
 * account. https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 */
export function startingResourcePolicy(model: Model, resource: Resource): string {
  if (resource.resourcePolicy !== undefined) return resource.resourcePolicy
  if (resource.service !== 'kms') return ''
  const root = `arn:${partitionOf(model, resource.account)}:iam::${resource.account}:root`
  return JSON.stringify(
    {
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'EnableIAMPolicies',
          Effect: 'Allow',
          Principal: { AWS: root },
          Action: 'kms:*',
          Resource: '*',
        },
      ],
    },
    null,
    2,
  )
}
