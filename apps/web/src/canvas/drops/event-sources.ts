import { type Command, type Model, parsedPolicy, type Resource } from '@iam-canvas/core'
import { putInline, withStatement } from '@iam-canvas/core/edits'
import type { DropVerdict } from '../drop-rules.ts'
import { refused } from './refused.ts'
import { freeInlineName } from './trust.ts'

/** What Lambda reads itself, by the role of the function. https://docs.aws.amazon.com/lambda/latest/dg/lambda-invocation.html */
const polled: Readonly<Record<string, { readonly actions: readonly string[]; readonly end?: string }>> = {
  sqs: { actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'] },
  kinesis: {
    actions: [
      'kinesis:GetRecords',
      'kinesis:GetShardIterator',
      'kinesis:DescribeStreamSummary',
      'kinesis:ListShards',
    ],
  },
  dynamodb: {
    actions: ['dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:DescribeStream'],
    end: '/stream/*',
  },
}

/** What invokes a function by itself, for which the function's policy has to let its service in. */
const pushing: Readonly<Record<string, string>> = {
  s3: 's3.amazonaws.com',
  sns: 'sns.amazonaws.com',
  events: 'events.amazonaws.com',
}

/** Makes one the event source of the other, whichever was dragged; `undefined` where neither is a function. */
export function eventSource(model: Model, one: Resource, other: Resource): DropVerdict | undefined {
  const lambda = isFunction(one) ? one : isFunction(other) ? other : undefined
  if (!lambda) return undefined
  const source = lambda === one ? other : one
  if (Object.hasOwn(pushing, source.service)) return letInvoke(lambda, source)
  if (Object.hasOwn(polled, source.service)) return letPoll(model, lambda, source)
  return refused(
    `${source.name} is no event source: a function is invoked by queues, streams, topics, buckets and buses`,
  )
}

const isFunction = ({ service, type }: Resource) => service === 'lambda' && type === 'function'

/** https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html */
function letInvoke(lambda: Resource, source: Resource): DropVerdict {
  // A bus has no ARN of its own in such a request: its rules are what invokes.
  const arn = source.service === 'events' ? source.arn.replace(/:event-bus\/.*$/, ':rule/*') : source.arn
  const text = lambda.resourcePolicy ?? ''
  if (text.includes(JSON.stringify(arn))) return refused(`${source.name} may invoke ${lambda.name} already`)
  const edited = withStatement(parsedPolicy(text), {
    Effect: 'Allow',
    Principal: { Service: pushing[source.service] },
    Action: 'lambda:InvokeFunction',
    Resource: lambda.arn,
    Condition: {
      // A bucket's ARN says nothing of the account, and the name may one day belong to another.
      ...(source.service === 's3' && { StringEquals: { 'aws:SourceAccount': source.account } }),
      ArnLike: { 'aws:SourceArn': arn },
    },
  })
  return edited === undefined
    ? refused(`the resource policy of ${lambda.name} is not complete: mend its text first`)
    : {
        ok: true,
        verb: `Let ${source.name} invoke ${lambda.name}`,
        command: { type: 'PutResourcePolicy', resource: lambda.id, text: edited },
      }
}

function letPoll(model: Model, lambda: Resource, source: Resource): DropVerdict {
  const role = lambda.runsAs && model.roles[lambda.runsAs]
  if (!role)
    return refused(
      `${lambda.name} runs as no role yet, and reads ${source.name} by its role: give it one first`,
    )
  const { actions = [], end = '' } = polled[source.service] ?? {}
  const target = `${source.arn}${end}`
  const known = role.inlinePolicies.some(
    ({ text }) => text.includes(JSON.stringify(target)) && actions.every(action => text.includes(action)),
  )
  if (known) return refused(`${role.name} may read ${source.name} already`)
  const text = JSON.stringify(
    { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: actions, Resource: target }] },
    null,
    2,
  )
  const command: Command = putInline(role.id, freeInlineName(role, `Read-${source.name}`), text)
  return { ok: true, verb: `Let ${lambda.name} read ${source.name}, by its role ${role.name}`, command }
}

/** Objects of a bucket that were drawn by themselves become a part of it. */
export function nestPrefix(prefix: Resource, bucket: Resource): DropVerdict | undefined {
  if (bucket.service !== 's3' || !prefix.arn.startsWith(`${bucket.arn}/`)) return undefined
  if (bucket.parts.includes(prefix.arn)) return refused(`${bucket.name} has ${prefix.name} as a part already`)
  const commands: readonly Command[] = [
    { type: 'UpdateResource', resource: bucket.id, parts: [...bucket.parts, prefix.arn] },
    { type: 'RemoveResource', resource: prefix.id },
  ]
  return {
    ok: true,
    verb: `Make ${prefix.name} a part of ${bucket.name}`,
    command: { type: 'Batch', commands },
  }
}
