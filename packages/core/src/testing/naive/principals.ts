import { listOf, type NaivePrincipal, type NaiveStatement } from './document.ts'
import { arnParts } from './symbols.ts'

/** Who asks, as far as the naive evaluator has to know. */
export interface NaiveCaller {
  readonly kind: 'user' | 'role' | 'federated-user' | 'root' | 'service' | 'anonymous' | 'federated'
  readonly arn: string
  readonly account: string | undefined
  readonly partition: string | undefined
  /** For a role: its name without the path. */
  readonly name: string
  readonly path: string
  readonly session: string | undefined
}

export function naiveCaller(principal: string): NaiveCaller {
  const none = {
    arn: principal,
    account: undefined,
    partition: undefined,
    name: principal,
    path: '/',
    session: undefined,
  }
  if (principal === 'anonymous' || principal === '*') return { ...none, kind: 'anonymous' }
  if (/^\d{12}$/.test(principal)) return naiveCaller(`arn:aws:iam::${principal}:root`)
  if (!principal.startsWith('arn:'))
    return { ...none, kind: principal.endsWith('.amazonaws.com') ? 'service' : 'federated' }
  const [, partition, , , account, resource = ''] = arnParts(principal)
  const known = { ...none, partition, account }
  const names = resource.split('/')
  if (resource === 'root') return { ...known, kind: 'root' }
  if (names[0] === 'role') {
    const path = names.length > 2 ? `/${names.slice(1, -1).join('/')}/` : '/'
    return { ...known, kind: 'role', name: names.at(-1) ?? '', path }
  }
  if (names[0] === 'assumed-role')
    return { ...known, kind: 'role', name: names[1] ?? '', session: names[2] ?? '' }
  if (names[0] === 'federated-user') return { ...known, kind: 'federated-user', name: names[1] ?? '' }
  if (names[0]?.endsWith('-provider')) return { ...known, kind: 'federated' }
  return { ...known, kind: 'user', name: names.at(-1) ?? '' }
}

/** How a resource policy's statement names the caller: the rows of section 3. */
export type Row =
  | 'user'
  | 'role'
  | 'session'
  | 'federated-user'
  | 'federated-by-user'
  | 'everyone'
  | 'account'
  | 'service'
  | 'federated'
  | 'not-listed'

/** The rows of a statement's Principal; none when it does not name the caller. */
export function rowsOf(statement: NaiveStatement, caller: NaiveCaller, hasBoundary: boolean): readonly Row[] {
  if (statement.Principal !== undefined) return namedIn(statement.Principal, caller)
  if (statement.NotPrincipal === undefined) return []
  // Under Deny a listed account spares its root user only. [P6]
  const named = namedIn(statement.NotPrincipal, caller)
  const spares = statement.Effect === 'Allow' || caller.kind === 'root'
  const listed = named.some(row => row !== 'account' || spares)
  // A NotPrincipal Deny always denies a principal that has a boundary. [P7]
  const always =
    statement.Effect === 'Deny' && hasBoundary && (caller.kind === 'user' || caller.kind === 'role')
  return !listed || always ? ['not-listed'] : []
}

function namedIn(principal: NaivePrincipal, caller: NaiveCaller): Row[] {
  if (principal === '*') return ['everyone']
  const byType = typeof principal === 'string' ? { AWS: principal } : principal
  return Object.entries(byType).flatMap(([type, values]) =>
    listOf<string>(values).flatMap(value => rowOf(type, value, caller) ?? []),
  )
}

function rowOf(type: string, value: string, caller: NaiveCaller): Row | undefined {
  if (type === 'Service')
    return caller.kind === 'service' && caller.arn === value.toLowerCase() ? 'service' : undefined
  if (type === 'Federated')
    return caller.kind === 'federated' && (caller.arn === value || value === '*') ? 'federated' : undefined
  if (type !== 'AWS') return undefined
  if (value === '*') return 'everyone'
  if (caller.account === undefined || caller.kind === 'federated') return undefined
  if (value === caller.account || value === `arn:${caller.partition}:iam::${caller.account}:root`)
    return 'account'
  if (value === caller.arn) {
    if (caller.kind === 'role') return caller.session === undefined ? 'role' : 'session'
    return caller.kind === 'root' ? 'account' : caller.kind === 'user' ? 'user' : 'federated-user'
  }
  const [, partition, service, , account, resource = ''] = arnParts(value)
  if (partition !== caller.partition || service !== 'iam' || account !== caller.account) return undefined
  if (resource.split('/').at(-1) !== caller.name) return undefined
  // A role's ARN names each of its sessions, whatever the role's path. [P3]
  if (caller.kind === 'role' && caller.session !== undefined)
    return resource.startsWith('role/') ? 'role' : undefined
  // A federated session is known by the name of the user who asked for it.
  return caller.kind === 'federated-user' && resource.startsWith('user/') ? 'federated-by-user' : undefined
}

/** What a grant in this row still needs of the caller's own side. */
export const stillNeeds: Readonly<Record<Row, readonly ('identity' | 'boundary' | 'session')[]>> = {
  user: [],
  role: ['boundary', 'session'],
  session: [],
  'federated-user': [],
  'federated-by-user': ['boundary', 'session'],
  everyone: [],
  account: ['identity', 'boundary', 'session'],
  service: [],
  federated: [],
  'not-listed': [],
}
