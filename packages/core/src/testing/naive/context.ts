import type { AuthorizeInput } from '../../access/authorize.ts'
import type { NaiveCaller } from './principals.ts'
import { ABSENT, type NaiveContext, UNKNOWN } from './values.ts'

type Found = ReturnType<NaiveContext>

/** What the request says, and what follows from who asks and what is asked about (section 8). */
export function naiveContext(
  { context = {}, missingKeys = 'absent' }: AuthorizeInput['request'],
  caller: NaiveCaller,
  resourceAccount: string | undefined,
): NaiveContext {
  const known: Record<string, Found> = {
    ...callerKeys(caller),
    ...(resourceAccount && { 'aws:resourceaccount': resourceAccount }),
  }
  for (const [key, value] of Object.entries(context)) {
    known[key.toLowerCase()] = Array.isArray(value) && value.length === 0 ? ABSENT : value
  }
  return key =>
    Object.hasOwn(known, key) ? (known[key] ?? ABSENT) : missingKeys === 'unknown' ? UNKNOWN : ABSENT
}

function callerKeys(caller: NaiveCaller): Record<string, Found> {
  const { kind, arn, account = '', partition, name, path, session } = caller
  if (kind === 'service')
    return { 'aws:principalisawsservice': 'true', 'aws:principalservicename': arn, 'aws:username': ABSENT }
  if (kind === 'anonymous') {
    return {
      'aws:principaltype': 'Anonymous',
      'aws:principalisawsservice': 'false',
      'aws:principalarn': ABSENT,
      'aws:principalaccount': ABSENT,
      'aws:username': ABSENT,
    }
  }
  if (kind === 'federated')
    return { 'aws:federatedprovider': arn, 'aws:principalisawsservice': 'false', 'aws:username': ABSENT }
  const types = {
    user: 'User',
    role: 'AssumedRole',
    'federated-user': 'FederatedUser',
    root: 'Account',
  } as const
  return {
    'aws:principalaccount': account,
    'aws:principalisawsservice': 'false',
    'aws:principalservicename': ABSENT,
    // For a session, the role's own ARN.
    'aws:principalarn':
      kind === 'role' && session !== undefined ? `arn:${partition}:iam::${account}:role${path}${name}` : arn,
    'aws:principaltype': types[kind],
    'aws:username': kind === 'user' ? name : ABSENT,
  }
}
