import {
  type AccountNumber,
  type Command,
  type DocumentId,
  documentById,
  type EntityId,
  entityById,
  freeId,
  freeName,
  type Group,
  type Model,
  type ModelDocument,
  parsedPolicy,
  type Policy,
  type PolicyId,
  type Role,
  type Statement,
  type User,
  usesOf,
} from '@iam-canvas/core'
import { commandForText, putInline, withoutItem, withStatement } from '@iam-canvas/core/edits'
import type { DropVerdict } from '../canvas/drop-rules.ts'
import { refused } from '../canvas/drops/refused.ts'
import { freeInlineName } from '../canvas/drops/trust.ts'
import { capitalized } from '../ui/capitalized.ts'

/** One statement of a policy text. */
export interface StatementSource {
  readonly document: DocumentId
  readonly index: number
}

export interface StatementManner {
  /** Ctrl or Cmd held: the statement stays where it is as well. */
  readonly copy?: boolean
  /** Below the title bar of an account or OU, which is the open canvas there. */
  readonly body?: boolean
}

interface Taken {
  readonly document: ModelDocument
  readonly statement: Statement
  /** As it stands in the text, read as JSON. */
  readonly value: object
  /** What people call it: its Sid or its number. */
  readonly name: string
  /** The text that is left; absent where it has to stay: in AWS's own policies, and where it is the only one. */
  readonly rest: string | undefined
}

/** Whether statements can be taken out of this text: those of trust and resource policies belong to their owner. */
export const givesStatements = (document: DocumentId): boolean =>
  !/^(?:trust|resource-policy):/.test(document)

/** What a drop of a statement would do. `made` is the policy that a drop on the canvas makes. */
export type StatementVerdict = DropVerdict & { readonly made?: PolicyId }

/**
 * What dropping a statement on a target would do; without a target, on the open canvas. It moves, and with Ctrl it is
 * copied. Where somebody would lose what it allows or denies, that is asked first.
 */
export function statementVerdict(
  model: Model,
  source: StatementSource,
  target: EntityId | undefined,
  { copy = false, body = false }: StatementManner = {},
): StatementVerdict | undefined {
  const taken = takenOut(model, source)
  if (!taken) return undefined
  const where = target === undefined ? undefined : entityById(model, target)
  const control = isControl(taken.document)
  switch (where?.kind) {
    case undefined:
      return newPolicy(model, taken, copy)
    case 'account':
    case 'ou':
      if (body) return newPolicy(model, taken, copy, where.kind === 'account' ? where.account : undefined)
      return refused(`${where.name} takes whole policies: drop the statement on the canvas to make one of it`)
    case 'user':
    case 'group':
    case 'role':
      return control
        ? refused('a control policy is attached to accounts and OUs, not to a principal')
        : intoHolder(model, taken, where, copy)
    case 'policy':
      return intoPolicy(model, taken, where, copy)
    case 'resource':
      return refused(
        'a statement of a resource policy names a Principal: this one says only what may be done',
      )
    case 'external':
      return refused('policies here belong to users, groups and roles of an account')
  }
}

const isControl = ({ purpose }: ModelDocument) =>
  purpose === 'service-control' || purpose === 'resource-control'

function takenOut(model: Model, { document: id, index }: StatementSource): Taken | undefined {
  const document = documentById(model, id)
  if (!document || !givesStatements(id)) return undefined
  const parsed = parsedPolicy(document.text)
  const statement = parsed.document.statements[index]
  const range = statement && parsed.rangeOf(statement.at)
  if (!statement || !range || !parsed.complete) return undefined
  const value: unknown = JSON.parse(parsed.text.slice(range.from, range.to))
  if (typeof value !== 'object' || value === null) return undefined
  const rest = isAwsOwn(model, document.owner) ? undefined : withoutItem(parsed, statement.at)
  return { document, statement, value, rest, name: statement.sid ?? `statement ${index + 1}` }
}

const isAwsOwn = (model: Model, id: EntityId) => {
  const entity = entityById(model, id)
  return entity?.kind === 'policy' && entity.account === 'aws'
}

function newPolicy(model: Model, taken: Taken, copy: boolean, account?: AccountNumber) {
  const { document, statement, value } = taken
  const owner = entityById(model, document.owner)
  const own = owner && 'account' in owner && owner.account !== 'aws' ? owner.account : undefined
  const purpose = isControl(document) ? document.purpose : 'identity'
  const policyName = freeName(model, 'policy', statement.sid ?? `${document.name}-statement`)
  const policy = freeId(model, 'policy', policyName)
  const into = account ?? own
  const create: Command = {
    type: 'CreatePolicy',
    policy,
    name: policyName,
    text: written(value),
    ...(purpose !== 'identity' && { purpose: purpose as Policy['purpose'] }),
    ...(into !== undefined && purpose === 'identity' && { account: into }),
  }
  return {
    ...outcome(model, taken, copy, { add: create, to: undefined, where: 'into a policy of its own' }),
    made: policy,
  }
}

const written = (statement: object) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [statement] }, null, 2)

function intoHolder(model: Model, taken: Taken, holder: User | Group | Role, copy: boolean): DropVerdict {
  const { document, name, statement, value } = taken
  if (document.purpose === 'inline' && document.owner === holder.id) {
    return refused(`${holder.name} has ${name} in an inline policy already`)
  }
  const base = statement.sid ?? `${document.name}-statement`
  const put = putInline(holder.id, freeInlineName(holder, base), written(value))
  const where = `to ${holder.name} as an inline policy`
  return outcome(model, taken, copy, { add: put, to: holder.id, where })
}

function intoPolicy(model: Model, taken: Taken, policy: Policy, copy: boolean): DropVerdict {
  const { document, name, value } = taken
  if (document.owner === policy.id) return refused(`${name} is in ${policy.name} already`)
  if (policy.account === 'aws') return refused('AWS manages this policy: it cannot be edited')
  const purpose = isControl(document) ? document.purpose : 'identity'
  if (purpose !== policy.purpose) {
    return refused('control policies limit and identity-based policies grant: their statements do not mix')
  }
  const text = withStatement(parsedPolicy(policy.text ?? ''), value)
  const put = text === undefined ? undefined : commandForText(model, policy.id, text)
  if (!put) return refused(`the text of ${policy.name} is not complete: mend it first`)
  return outcome(model, taken, copy, { add: put, to: policy.id, where: `to ${policy.name}` })
}

interface Going {
  readonly add: Command
  readonly to: EntityId | undefined
  /** In words, such as "to ReadPhotos". */
  readonly where: string
}

function outcome(
  model: Model,
  { document, rest, name }: Taken,
  copy: boolean,
  { add, to, where }: Going,
): Extract<DropVerdict, { ok: true }> {
  const take = copy || rest === undefined ? undefined : commandForText(model, document.id, rest)
  if (!take) {
    const label = `${capitalized(name)} of ${document.name} copied ${where}`
    return { ok: true, verb: `Copy ${name} ${where}`, command: add, label }
  }
  const verb = `Move ${name} ${where}`
  const command: Command = { type: 'Batch', commands: [add, take] }
  const losing = losersOf(model, document, to)
  const have = losing.length === 1 ? 'has' : 'have'
  return {
    ok: true,
    verb,
    command,
    label: `${capitalized(name)} of ${document.name} moved ${where}`,
    ...(losing.length > 0 && {
      ask: {
        title: `${verb}?`,
        points: [`${listed(losing)} ${have} ${name} through ${document.name}, and would lose it`],
        choices: [
          { label: 'Move it', command },
          { label: 'Copy it', command: add },
        ],
      },
    }),
  }
}

/** Who has the statement now, and would not have it where it goes. */
function losersOf(model: Model, { id, owner, purpose }: ModelDocument, to: EntityId | undefined): string[] {
  const holdersOf = (policy: PolicyId) => {
    const { attachedTo, boundaryOf, controls } = usesOf(model, policy)
    return [...attachedTo, ...boundaryOf, ...controls]
  }
  const have = purpose === 'inline' ? [owner] : holdersOf(id as PolicyId)
  const keep = new Set<EntityId>(
    to === undefined ? [] : to.startsWith('policy:') ? holdersOf(to as PolicyId) : [to],
  )
  return have.filter(holder => !keep.has(holder)).map(holder => entityById(model, holder)?.name ?? holder)
}

const mostNamed = 3

function listed(names: readonly string[]): string {
  const more = names.length - mostNamed
  const first = names.slice(0, more > 0 ? mostNamed : -1)
  if (names.length === 1) return names[0] ?? ''
  return more > 0 ? `${first.join(', ')} and ${more} more` : `${first.join(', ')} and ${names.at(-1)}`
}
