import type { AuthorizeInput, Policy, PolicyLevel } from '../access/authorize.ts'
import type { Place } from '../access/trace.ts'
import type { Written } from './ask.ts'

type Policies = AuthorizeInput['policies']

/** The input with each policy changed; a set of which nothing is left stays, for an empty set is not a missing one. */
export function changePolicies(
  { request, policies }: AuthorizeInput,
  change: (policy: Policy) => Policy,
): AuthorizeInput {
  const { identity, permissionsBoundary, session, resource, endpoint, serviceControl, resourceControl } =
    policies
  const levels = (all: readonly PolicyLevel[]) =>
    all.map(({ level, policies: own }) => ({ level, policies: own.map(change) }))
  return {
    request,
    policies: {
      ...(identity && { identity: identity.map(change) }),
      ...(permissionsBoundary && { permissionsBoundary: change(permissionsBoundary) }),
      ...(session && { session: session.map(change) }),
      ...(resource && { resource: change(resource) }),
      ...(endpoint && { endpoint: endpoint.map(change) }),
      ...(serviceControl && { serviceControl: levels(serviceControl) }),
      ...(resourceControl && { resourceControl: levels(resourceControl) }),
    },
  }
}

interface WrittenDocument {
  readonly Statement: Written | readonly Written[]
}

/** Each statement of a policy with its place. */
function placed({ id, document }: Policy): { readonly place: Place; readonly statement: Written }[] {
  const { Statement } = document as WrittenDocument
  return Array.isArray(Statement)
    ? (Statement as readonly Written[]).map((statement, index) => ({
        place: { policyId: id, at: `/Statement/${index}` },
        statement,
      }))
    : [{ place: { policyId: id, at: '/Statement' }, statement: Statement as Written }]
}

/** The input with the statements of each policy changed all together. */
export const changeStatements = (
  input: AuthorizeInput,
  change: (statements: readonly Written[]) => readonly Written[],
): AuthorizeInput =>
  changePolicies(input, policy => ({
    id: policy.id,
    document: { ...(policy.document as object), Statement: change(placed(policy).map(one => one.statement)) },
  }))

/** The input without the statements whose places say so. */
export const dropStatements = (input: AuthorizeInput, goes: (place: Place) => boolean): AuthorizeInput =>
  changePolicies(input, policy => ({
    id: policy.id,
    document: {
      ...(policy.document as object),
      Statement: placed(policy)
        .filter(({ place }) => !goes(place))
        .map(({ statement }) => statement),
    },
  }))

/** The policies and the levels of each set in reverse order. */
export const reversePolicies = ({ request, policies }: AuthorizeInput): AuthorizeInput => ({
  request,
  policies: Object.fromEntries(
    Object.entries(policies).map(([name, set]) => [
      name,
      Array.isArray(set) ? set.toReversed().map(reverseLevel) : set,
    ]),
  ),
})

const reverseLevel = (one: unknown): unknown =>
  typeof one === 'object' && one !== null && 'policies' in one
    ? { ...one, policies: (one as PolicyLevel).policies.toReversed() }
    : one

/** The input with one more policy in a set of policies. */
export const addPolicy = (
  { request, policies }: AuthorizeInput,
  set: 'identity' | 'session' | 'endpoint',
  document: object,
): AuthorizeInput => ({
  request,
  policies: { ...policies, [set]: [...(policies[set] ?? []), { id: `${set}-more`, document }] },
})

/** The input with one more level in a set of levels. */
export const addLevel = (
  { request, policies }: AuthorizeInput,
  set: 'serviceControl' | 'resourceControl',
  document: object,
): AuthorizeInput => ({
  request,
  policies: {
    ...policies,
    [set]: [...(policies[set] ?? []), { level: 'more', policies: [{ id: `${set}-more`, document }] }],
  },
})

/** The input with a set taken away. */
export function dropSet({ request, policies }: AuthorizeInput, set: keyof Policies): AuthorizeInput {
  const { [set]: _, ...rest } = policies
  return { request, policies: rest }
}
