import { parseArn } from '../arn.ts'
import { remembered } from '../model/remembered.ts'
import type { PrincipalValue, Statement } from '../policy/document.ts'
import { accountOf, type Caller } from './caller.ts'

/**
 * In which form a Principal value names the caller; what still limits the grant depends on it (section 3).
 * An id such as `AIDA…`, which AWS leaves behind when what a value named was deleted, names nobody. [P5]
 */
export type GrantForm =
  | 'user'
  | 'role'
  | 'session'
  | 'federated-user'
  | 'federated-by-user'
  | 'everyone'
  | 'account'
  | 'service'
  | 'federated'

/** How a value names the caller, or `undefined` when it does not. [P1–P4] */
function namesCaller(value: PrincipalValue, caller: Caller): GrantForm | undefined {
  const { type, text } = value
  switch (type) {
    case '*':
      return 'everyone'
    case 'AWS':
      return namesByArn(value, caller)
    case 'Service':
      return caller.kind === 'service' && caller.name.toLowerCase() === text.toLowerCase()
        ? 'service'
        : undefined
    case 'Federated':
      return caller.kind === 'federated' && (text === '*' || caller.provider === text)
        ? 'federated'
        : undefined
    case 'CanonicalUser':
      // A canonical id belongs to an account, and nothing in a request says which.
      return undefined
  }
}

const arnIn = remembered(({ text }: PrincipalValue) => parseArn(text))

function namesByArn(value: PrincipalValue, caller: Caller): GrantForm | undefined {
  const { text } = value
  // Only the whole star is a wildcard here; part of a name never is. [P2]
  if (text === '*') return 'everyone'
  const account = accountOf(caller)
  if (account === undefined || caller.kind === 'federated') return undefined
  if (/^\d{12}$/.test(text)) return text === account ? 'account' : undefined
  const arn = arnIn(value)
  if (!arn || arn.account !== account) return undefined
  const { partition, resource } = arn
  if ('partition' in caller && partition !== caller.partition) return undefined
  if (resource === 'root') return 'account'
  if (caller.kind === 'role') return namesRole(resource, text, caller)
  if (caller.kind === 'user') return resource.startsWith('user/') && text === caller.arn ? 'user' : undefined
  if (caller.kind !== 'federated-user') return undefined
  if (text === caller.arn) return 'federated-user'
  // A federated session is named like the user who asked for it, as far as an ARN tells. Paths do not count.
  const byUser = resource.startsWith('user/') && resource.slice(resource.lastIndexOf('/') + 1) === caller.name
  return byUser ? 'federated-by-user' : undefined
}

/** A role's ARN names every session of it, by its name without the path. [P3] */
function namesRole(
  resource: string,
  text: string,
  caller: Extract<Caller, { kind: 'role' }>,
): GrantForm | undefined {
  if (caller.session !== undefined && text === caller.arn) return 'session'
  if (!resource.startsWith('role/')) return undefined
  if (caller.session === undefined) return text === caller.arn ? 'role' : undefined
  return resource.slice(resource.lastIndexOf('/') + 1) === caller.name ? 'role' : undefined
}

/** How a statement's Principal or NotPrincipal stands to the caller. */
export interface PrincipalMatch {
  readonly matched: boolean
  /** In which forms it names the caller. */
  readonly grants: readonly (GrantForm | 'not-principal')[]
  /** For each of its values. */
  readonly forms: readonly (GrantForm | undefined)[]
  /** A NotPrincipal Deny lists the caller, and denies it all the same. [P7] */
  readonly despiteListing: boolean
}

/** Holds the Principal of a resource policy, trust policy or RCP against the caller. Without one nobody is meant. [P8] */
export function matchPrincipal(
  { principal, effect }: Statement,
  caller: Caller,
  hasBoundary: boolean,
): PrincipalMatch {
  if (!principal) return nobody
  const forms = principal.values.map(value => namesCaller(value, caller))
  // Under Deny a listed account spares its root user only: each user, role and session has to be listed itself. [P6]
  const accountSpares = !principal.not || effect === 'Allow' || caller.kind === 'root'
  const grants = forms.filter(form => form !== undefined).filter(form => form !== 'account' || accountSpares)
  const listed = grants.length > 0
  if (!principal.not) return { matched: listed, grants, forms, despiteListing: false }
  // A NotPrincipal Deny always denies a principal that has a permissions boundary, listed or not. [P7]
  const always = effect === 'Deny' && hasBoundary && (caller.kind === 'user' || caller.kind === 'role')
  const matched = always || !listed
  return { matched, grants: matched ? ['not-principal'] : [], forms, despiteListing: always && listed }
}

const nobody: PrincipalMatch = { matched: false, grants: [], forms: [], despiteListing: false }

/** What of the caller's own side a grant in this form still needs (the table of section 3). */
export interface GrantNeeds {
  readonly identity: boolean
  readonly boundary: boolean
  readonly session: boolean
}

const nothing: GrantNeeds = { identity: false, boundary: false, session: false }

export function needsOf(form: GrantForm | 'not-principal'): GrantNeeds {
  switch (form) {
    case 'role':
    case 'federated-by-user':
      return { identity: false, boundary: true, session: true }
    case 'account':
      return { identity: true, boundary: true, session: true }
    case 'user':
    case 'session':
    case 'federated-user':
    case 'everyone':
    case 'service':
    case 'federated':
    case 'not-principal':
      return nothing
  }
}
