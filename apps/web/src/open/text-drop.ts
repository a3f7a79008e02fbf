import {
  type AccountNumber,
  apply,
  type Command,
  type EntityId,
  entityById,
  freeId,
  freeName,
  type Group,
  type Model,
  parsedPolicy,
  type Policy,
  type PolicyId,
  type Resource,
  type Role,
  type User,
} from '@iam-canvas/core'
import { attach, commandForText } from '@iam-canvas/core/edits'
import { sniffFile } from '@iam-canvas/exchange'
import type { Asking, DropVerdict } from '../canvas/drop-rules.ts'
import { dropControl } from '../canvas/drops/policies.ts'
import { refused } from '../canvas/drops/refused.ts'
import { resourcePolicyKind } from '../canvas/drops/resource-policies.ts'

/** A policy text that came from outside: a file, a paste, a drag out of another window. */
export interface PolicyText {
  /** What a policy made of it is called. */
  readonly name: string
  readonly text: string
  /** How it came, for the history: "pasted", "added". */
  readonly how: string
}

export type TextVerdict = DropVerdict & {
  /** The policy that is made, if one is. */
  readonly made?: PolicyId
  /** It stands where it is dropped. */
  readonly loose?: boolean
}

/** The text as a policy: a lone statement is put into one. `undefined` for what is no policy. */
export function policyIn(text: string): string | undefined {
  if (sniffFile(text) === 'policy') {
    return /"Statement"\s*:/.test(text) ? text : (statementIn(text) ?? text)
  }
  return statementIn(text)
}

function statementIn(text: string): string | undefined {
  try {
    const value: unknown = JSON.parse(text.trim().replace(/,$/, ''))
    if (typeof value !== 'object' || value === null || !('Effect' in value)) return undefined
    return JSON.stringify({ Version: '2012-10-17', Statement: [value] }, null, 2)
  } catch {
    return undefined
  }
}

/**
 * What dropping a policy text on a target would do, by the last row of the drop table. Without a target it becomes a
 * policy on the canvas. What would be written over is shown beside the new text first.
 */
export function textVerdict(
  model: Model,
  given: PolicyText,
  target: EntityId | undefined,
  body = false,
): TextVerdict {
  const where = target === undefined ? undefined : entityById(model, target)
  const named = namesPrincipals(given.text)
  if (where && where.kind !== 'account') {
    const [error] = parsedPolicy(given.text).complete ? [] : parsedPolicy(given.text).diagnostics
    if (error) return refused(`the policy is not complete: ${error.message.replaceAll('`', '')}`)
  }
  switch (where?.kind) {
    case undefined:
      return onCanvas(model, given)
    case 'account':
      return onCanvas(model, given, where.account)
    case 'ou':
      return asControl(model, given, where.id, named, body) ?? onCanvas(model, given)
    case 'role':
      return named ? replacing(model, given, `trust:${where.id}`, where) : toHolder(model, given, where)
    case 'user':
    case 'group':
      return named
        ? refused('this text names a Principal: it is the policy of a role or a resource')
        : toHolder(model, given, where)
    case 'policy':
      return intoPolicy(model, given, where, named)
    case 'resource':
      return ontoResource(model, given, where, named)
    case 'external':
      return refused('policies here belong to users, groups and roles of an account')
  }
}

const namesPrincipals = (text: string): boolean =>
  parsedPolicy(text).document.statements.some(({ principal }) => principal !== undefined)

function creation(
  model: Model,
  { name: base, text }: PolicyText,
  more: { readonly account?: AccountNumber; readonly purpose?: Policy['purpose'] } = {},
) {
  const name = freeName(model, 'policy', base)
  const policy = freeId(model, 'policy', name)
  const command: Command = { type: 'CreatePolicy', policy, name, text, ...more }
  return { name, policy, command }
}

function onCanvas(model: Model, given: PolicyText, account?: AccountNumber): TextVerdict {
  const { name, policy, command } = creation(model, given, account === undefined ? {} : { account })
  const verb = 'Add it as a policy'
  return { ok: true, verb, command, label: `${name} ${given.how}`, made: policy, loose: true }
}

function toHolder(model: Model, given: PolicyText, holder: User | Group | Role): TextVerdict {
  const { name, policy, command: create } = creation(model, given, { account: holder.account })
  return {
    ok: true,
    verb: `Attach it to ${holder.name} as a new policy`,
    command: { type: 'Batch', commands: [create, attach(holder.id, policy)] },
    label: `${name} ${given.how} and attached to ${holder.name}`,
    made: policy,
  }
}

/** One that names a principal is a resource control policy: all of these do, and no service control policy does. */
function asControl(
  model: Model,
  given: PolicyText,
  target: EntityId,
  named: boolean,
  body: boolean,
): TextVerdict | undefined {
  const where = entityById(model, target)
  const purpose = named ? 'resource-control' : 'service-control'
  const { name, policy, command: create } = creation(model, given, { purpose })
  const created = apply(model, create)
  const made = created.ok ? created.model.policies[policy] : undefined
  if (!created.ok || !made || !where) return undefined
  const verdict = dropControl(created.model, made, where, { body })
  if (!verdict?.ok) return verdict
  return {
    ok: true,
    verb: `Attach it to ${where.name} as a new ${named ? 'RCP' : 'SCP'}`,
    command: { type: 'Batch', commands: [create, verdict.command] },
    label: `${name} ${given.how} and attached to ${where.name}`,
    made: policy,
  }
}

function intoPolicy(model: Model, given: PolicyText, policy: Policy, named: boolean): TextVerdict {
  if (policy.account === 'aws') return refused('AWS manages this policy: it cannot be edited')
  if (named && policy.purpose !== 'resource-control') {
    return refused(
      `this text names a Principal, and ${policy.name} must not: drop it on a role or a resource`,
    )
  }
  const verdict = replacing(model, given, policy.id, policy)
  if (!verdict.ok || !verdict.ask) return verdict
  // Whoever has just pasted one policy and pastes the next may want two.
  const asNew = onCanvas(model, given)
  const choices = [
    ...verdict.ask.choices,
    ...(asNew.ok ? [{ label: 'Add as a new policy', command: asNew.command }] : []),
  ]
  return { ...verdict, ask: { ...verdict.ask, choices } }
}

function ontoResource(model: Model, given: PolicyText, resource: Resource, named: boolean): TextVerdict {
  if (!resourcePolicyKind(resource)) {
    return refused(`${resource.name} is of a kind that takes no resource policy`)
  }
  if (!named) {
    return refused(
      `a resource policy names a Principal, and this text does not: attach it to who is to use ${resource.name}`,
    )
  }
  if (resource.resourcePolicy !== undefined) {
    return replacing(model, given, `resource-policy:${resource.id}`, resource)
  }
  return {
    ok: true,
    verb: `Make it the resource policy of ${resource.name}`,
    command: { type: 'PutResourcePolicy', resource: resource.id, text: given.text },
  }
}

/** Another text for a document that has one: both are shown before. */
function replacing(
  model: Model,
  { text }: PolicyText,
  document: string,
  owner: Policy | Role | Resource,
): TextVerdict {
  const before = textOf(owner)
  const what = { policy: 'text', role: 'trust policy', resource: 'resource policy' }[owner.kind]
  if (before === text) return refused(`${owner.name} has this ${what} already`)
  const command: Command | undefined =
    owner.kind === 'policy' && owner.text === undefined
      ? { type: 'CreatePolicyVersion', policy: owner.id, text }
      : commandForText(model, document, text)
  if (!command) return refused(`the ${what} of ${owner.name} cannot be replaced`)
  const verb = `Replace the ${what} of ${owner.name}`
  const ask: Asking = {
    title: `${verb}?`,
    points: [],
    compare: { before, after: text },
    choices: [{ label: `Replace the ${what}`, command }],
  }
  return { ok: true, verb, command, ...(before !== '' && { ask }) }
}

function textOf(owner: Policy | Role | Resource): string {
  if (owner.kind === 'role') return owner.trustPolicy
  return (owner.kind === 'policy' ? owner.text : owner.resourcePolicy) ?? ''
}

const sample = (statement: object): PolicyText => ({
  name: 'Policy',
  text: JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*', ...statement }],
  }),
  how: 'added',
})
const samples = { plain: sample({}), named: sample({ Principal: '*' }) }

/** What is under the pointer says while something is still dragged, whose text no browser tells before it is dropped. */
export function textHint(model: Model, target: EntityId | undefined, body: boolean): DropVerdict {
  const kind = target === undefined ? undefined : entityById(model, target)?.kind
  const verdict = textVerdict(model, kind === 'resource' ? samples.named : samples.plain, target, body)
  if (!verdict.ok) return verdict
  const verb = kind === undefined || kind === 'account' ? 'Open it here, or add it as a policy' : verdict.verb
  return { ok: true, verb, command: { type: 'Batch', commands: [] } }
}
