import { parseArn } from '../arn.ts'

/** Who asks, read from the principal of a request. */
export type Caller =
  | UserCaller
  | RoleCaller
  | {
      readonly kind: 'federated-user'
      readonly arn: string
      readonly partition: string
      readonly account: string
      readonly name: string
    }
  | { readonly kind: 'root'; readonly arn: string; readonly partition: string; readonly account: string }
  | { readonly kind: 'service'; readonly name: string }
  /** Signed in with a provider outside AWS: a provider's ARN or its name. [S3] */
  | { readonly kind: 'federated'; readonly provider: string; readonly account?: string }
  | { readonly kind: 'anonymous' }

interface UserCaller {
  readonly kind: 'user'
  readonly arn: string
  readonly partition: string
  readonly account: string
  readonly name: string
}

/** A session of a role. `session` is absent when the request only names the role: then any session of it. */
interface RoleCaller {
  readonly kind: 'role'
  readonly arn: string
  readonly partition: string
  readonly account: string
  /** The role's name without its path. [P3] */
  readonly name: string
  readonly path: string
  readonly session?: string
}

/** Reads the principal of a request: an ARN, a service principal, a provider, or `anonymous`. */
export function callerOf(principal: string): Caller {
  if (principal === 'anonymous' || principal === '*') return { kind: 'anonymous' }
  const arn = parseArn(principal)
  if (!arn) {
    if (/^\d{12}$/.test(principal)) {
      return { kind: 'root', arn: `arn:aws:iam::${principal}:root`, partition: 'aws', account: principal }
    }
    return /\.amazonaws\.com(?:\.cn)?$/i.test(principal) && !principal.startsWith('cognito-identity.')
      ? { kind: 'service', name: principal }
      : { kind: 'federated', provider: principal }
  }
  const { partition, account, resource } = arn
  const [type = '', ...rest] = resource.split('/')
  const name = rest.at(-1) ?? ''
  const common = { arn: principal, partition, account }
  switch (type) {
    case 'user':
      return { kind: 'user', ...common, name }
    case 'role': {
      const path = rest.length > 1 ? `/${rest.slice(0, -1).join('/')}/` : '/'
      return { kind: 'role', ...common, name, path }
    }
    case 'assumed-role':
      return { kind: 'role', ...common, name: rest[0] ?? '', path: '/', session: rest.slice(1).join('/') }
    case 'federated-user':
      return { kind: 'federated-user', ...common, name: rest.join('/') }
    case 'root':
      return { kind: 'root', ...common }
    case 'saml-provider':
    case 'oidc-provider':
      return { kind: 'federated', provider: principal, account }
    default:
      return { kind: 'user', ...common, name: name || resource }
  }
}

/** The account the caller lives in; services and anonymous callers have none. */
export function accountOf(caller: Caller): string | undefined {
  return 'account' in caller ? caller.account : undefined
}

/** Neither a user, a role nor root: there is no identity side to ask. [D6] */
export const isOutsider = (caller: Caller): boolean =>
  caller.kind === 'service' || caller.kind === 'anonymous' || caller.kind === 'federated'
