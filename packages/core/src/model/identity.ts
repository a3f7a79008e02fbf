import type {
  Account,
  ExternalPrincipal,
  Group,
  OrganizationalUnit,
  Policy,
  Resource,
  Role,
  User,
} from './records.ts'

type IdentityFields =
  | Pick<Account, 'kind' | 'account'>
  | Pick<User | Group | Role, 'kind' | 'account' | 'name'>
  | Pick<Policy, 'kind' | 'account' | 'name' | 'purpose'>
  | Pick<Resource, 'kind' | 'arn'>
  | Pick<ExternalPrincipal, 'kind' | 'type' | 'principal'>

/**
 * What AWS tells entities of one kind apart by, as a key: an account's number, a name within its account and without
 * regard to case (paths do not count), a resource's ARN. An OU has none of its own: it is told by its place.
 */
export function identityOf(record: IdentityFields): string {
  if (record.kind === 'account') return `account ${record.account}`
  if (record.kind === 'resource') return `resource ${record.arn}`
  if (record.kind === 'external') return `external ${record.type} ${record.principal}`
  const name = `${record.account} ${record.name.toLowerCase()}`
  return record.kind === 'policy' ? `policy ${record.purpose} ${name}` : `${record.kind} ${name}`
}

/** The names from below the root down to an OU. The root's own name does not matter: there is one root. */
export function placeOf(
  ou: OrganizationalUnit,
  ouById: (id: string) => OrganizationalUnit | undefined,
): readonly string[] {
  const place: string[] = []
  const seen = new Set<string>()
  let at: OrganizationalUnit | undefined = ou
  while (at?.parent && !seen.has(at.id)) {
    seen.add(at.id)
    place.unshift(at.name)
    at = ouById(at.parent)
  }
  return place
}
