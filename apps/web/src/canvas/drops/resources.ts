import {
  apply,
  type Command,
  type Entity,
  type Model,
  parsedPolicy,
  type Policy,
  type Resource,
  type Role,
  type Statement,
} from '@iam-canvas/core'
import { commandForText, withStatement, withValue } from '@iam-canvas/core/edits'
import { accessLevelOf, actionsFor } from '@iam-canvas/reference'
import type { DropVerdict } from '../drop-rules.ts'
import { moveToAccount } from './accounts.ts'
import { eventSource, nestPrefix } from './event-sources.ts'
import { byPolicies, needsAccount, refused, refusedBy } from './refused.ts'
import { trustService } from './trust.ts'

export function dropResource(model: Model, resource: Resource, where: Entity): DropVerdict | undefined {
  switch (where.kind) {
    case 'role':
      return runAs(model, resource, where)
    case 'policy':
      return nameInPolicy(model, resource, where)
    case 'account':
      return moveToAccount(model, resource, where)
    case 'ou':
      return needsAccount(where)
    case 'user':
    case 'group':
      return byPolicies
    case 'resource':
      return (
        eventSource(model, resource, where) ??
        nestPrefix(resource, where) ??
        refused('only the objects of a bucket are part of it, and only a function has event sources')
      )
    case 'external':
      return refused('drag whoever is outside onto the resource: its policy then names them')
  }
}

/** The services that assume a role on behalf of what they run. */
const runners: Readonly<Record<string, string>> = {
  lambda: 'lambda.amazonaws.com',
  ec2: 'ec2.amazonaws.com',
  ecs: 'ecs-tasks.amazonaws.com',
  states: 'states.amazonaws.com',
  codebuild: 'codebuild.amazonaws.com',
  glue: 'glue.amazonaws.com',
  sagemaker: 'sagemaker.amazonaws.com',
}

/** The service principal that a resource runs by, if its kind runs as a role at all. */
export const runnerOf = ({ service }: Pick<Resource, 'service'>): string | undefined =>
  Object.hasOwn(runners, service) ? runners[service] : undefined

function runAs(model: Model, resource: Resource, role: Role): DropVerdict {
  const service = runnerOf(resource)
  if (service === undefined) {
    return refused('only what runs code has a role: a function, an instance, a task or a state machine')
  }
  if (resource.runsAs === role.id) return refused(`${resource.name} runs as ${role.name} already`)
  const command: Command = { type: 'SetRunsAs', resource: resource.id, role: role.id }
  const result = apply(model, command)
  if (!result.ok) return refusedBy(result.problem)
  const profile = resource.service === 'ec2' ? ', through an instance profile' : ''
  const verb = `Run ${resource.name} as ${role.name}${profile}`
  if (trusts(role, service)) return { ok: true, verb, command }
  const trust = trustService(role, service)
  if (!trust) return refused(`the trust policy of ${role.name} is not complete: mend its text first`)
  return {
    ok: true,
    verb,
    command,
    ask: {
      title: `${role.name} does not trust ${service} yet`,
      points: [
        `Its trust policy has to let ${service} assume it, or ${resource.name} cannot run as ${role.name}.`,
      ],
      choices: [
        { label: 'Run as it, and add the trust', command: { type: 'Batch', commands: [trust, command] } },
        { label: 'Run as it only', command },
      ],
    },
  }
}

const trusts = (role: Role, service: string) =>
  parsedPolicy(role.trustPolicy).document.statements.some(
    ({ effect, principal }) =>
      effect === 'Allow' &&
      principal &&
      !principal.not &&
      principal.values.some(({ text }) => text === service || text === '*'),
  )

const mostStatements = 4

/** Adds the ARN to a statement about the same service, or a new statement that reads it. */
function nameInPolicy(model: Model, resource: Resource, policy: Policy): DropVerdict {
  if (policy.account === 'aws') return refused('AWS manages this policy: it cannot be edited')
  const parsed = parsedPolicy(policy.text ?? '')
  if (policy.text !== undefined && !parsed.complete) {
    return refused(`the text of ${policy.name} is not complete: mend it first`)
  }
  const fitting = parsed.document.statements
    .map((statement, index) => ({ statement, index }))
    .filter(({ statement }) => isAbout(statement, resource.service))
  const choices =
    fitting.length > 0
      ? fitting.slice(0, mostStatements).flatMap(({ statement, index }) =>
          targetsOf(resource).flatMap(({ words, arns }) => {
            const text = withArns(policy.text ?? '', index, arns)
            const command = text === undefined ? undefined : commandForText(model, policy.id, text)
            const label = `${fitting.length > 1 ? `Statement ${statement.sid ?? index + 1}: ` : ''}${words}`
            return command ? [{ label, command }] : []
          }),
        )
      : [{ label: 'New statement', command: newStatement(model, resource, policy) }].flatMap(
          ({ label, command }) => (command ? [{ label, command }] : []),
        )
  const [first] = choices
  if (!first) return refused(`${policy.name} names ${resource.name} already`)
  const verb = `Add ${resource.name} to ${policy.name}`
  return {
    ok: true,
    verb,
    command: first.command,
    ...(choices.length > 1 && {
      ask: { title: `${verb}: what of it?`, points: [resource.arn, ...resource.parts], choices },
    }),
  }
}

/** A bucket and its objects are different ARNs, and asked for by different actions. [M8] */
function targetsOf({
  arn,
  parts,
  name,
}: Resource): { readonly words: string; readonly arns: readonly string[] }[] {
  if (parts.length === 0) return [{ words: name, arns: [arn] }]
  const inside = arn.startsWith('arn:aws:s3:') ? 'Objects' : 'What is in it'
  return [
    { words: 'Both', arns: [arn, ...parts] },
    { words: inside, arns: parts },
    { words: `Only ${name}`, arns: [arn] },
  ]
}

const isAbout = ({ action, resource, evaluable }: Statement, service: string) =>
  evaluable &&
  resource !== undefined &&
  !resource.not &&
  action !== undefined &&
  !action.not &&
  action.values.some(({ text }) => text === '*' || text.toLowerCase().startsWith(`${service}:`))

/** `undefined` where the statement names all of them already. */
function withArns(text: string, statement: number, arns: readonly string[]): string | undefined {
  let edited = text
  for (const arn of arns) {
    const parsed = parsedPolicy(edited)
    const found = parsed.document.statements[statement]
    if (!found?.resource || found.resource.values.some(value => value.text === arn)) continue
    edited = withValue(parsed, `${found.at}/Resource`, arn) ?? edited
  }
  return edited === text ? undefined : edited
}

function newStatement(model: Model, resource: Resource, policy: Policy): Command | undefined {
  const targets = [resource.arn, ...resource.parts]
  const reads = [...new Set(targets.flatMap(actionsFor))].filter(name => accessLevelOf(name) === 'Read')
  const Action = reads.length > 0 ? reads : [`${resource.service}:*`]
  const text = withStatement(parsedPolicy(policy.text ?? ''), { Effect: 'Allow', Action, Resource: targets })
  return text === undefined ? undefined : commandForText(model, policy.id, text)
}
