import fc from 'fast-check'
import type { AuthorizeInput, Policy } from '../access/authorize.ts'
import { condition, context } from './arbitrary-conditions.ts'
import {
  A,
  ASKED,
  actionPatterns,
  actions,
  B,
  callers,
  list,
  often,
  perhaps,
  principals,
  resourcePatterns,
  some,
  targets,
} from './arbitrary-vocabulary.ts'

/** Wide random inputs for the flat entry: every kind of set, caller, element and operator, meeting often enough to decide. */

const element = (name: string, values: fc.Arbitrary<string>) =>
  fc
    .tuple(some(name, name, name, name, name, `Not${name}`), list(values))
    .map(([element_, value]) => ({ [element_]: value }))

const statement = (withPrincipal: boolean, withResource: boolean): fc.Arbitrary<object> =>
  fc
    .tuple(
      some('Allow', 'Allow', 'Allow', 'Allow', 'Deny').map(Effect => ({ Effect })),
      element('Action', actionPatterns),
      withResource ? element('Resource', resourcePatterns) : fc.constant({}),
      fc.oneof({ weight: 2, arbitrary: fc.constant({}) }, { weight: 3, arbitrary: condition }),
      withPrincipal
        ? often<object>(
            principals.map(Principal => ({ Principal })),
            8,
            fc.oneof(
              principals.map(NotPrincipal => ({ NotPrincipal })),
              fc.constant({}),
            ),
          )
        : fc.constant({}),
    )
    .map((parts): object => Object.assign({}, ...(parts as object[])) as object)

/** A statement of what is attached to a principal or a level of the organization. */
export const plainStatement = statement(false, true)
/** A statement of a resource-based policy. */
export const namingStatement = fc.oneof(statement(true, true), statement(true, false))
/** A statement of a trust policy, which has no Resource. */
export const trustStatement = statement(true, false)

/** A document of these statements, under each of the versions. */
export const document = (of: fc.Arbitrary<object>): fc.Arbitrary<object> =>
  fc
    .tuple(
      fc.oneof(
        { weight: 6, arbitrary: fc.array(of, { minLength: 1, maxLength: 3 }) },
        { weight: 1, arbitrary: of },
      ),
      some('2012-10-17', '2012-10-17', '2012-10-17', '2008-10-17', undefined),
    )
    .map(([Statement, Version]) => ({ ...(Version && { Version }), Statement }))

const everything = { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', Resource: '*' } }

/** Levels mostly begin with an Allow of everything, as they do in life; without it they would deny nearly always. */
const levels = (of: fc.Arbitrary<object>): fc.Arbitrary<readonly (readonly object[])[]> =>
  fc.array(
    fc
      .tuple(fc.array(document(of), { maxLength: 2 }), some(true, true, true, false))
      .map(([own, full]) => (full ? [everything, ...own] : own)),
    { maxLength: 3 },
  )

const named = (id: string, documents: readonly object[]): Policy[] =>
  documents.map((one, index) => ({ id: `${id}-${index}`, document: one }))
const leveled = (id: string, all: readonly (readonly object[])[]) =>
  all.map((documents, index) => ({ level: `${id}-${index}`, policies: named(`${id}-${index}`, documents) }))

const facts = some(
  { wildcardOnlyAction: true },
  { wildcardOnlyAction: false },
  { managementAccount: true },
  { managementAccount: true, resourceInManagementAccount: false },
  { resourceInManagementAccount: true },
  { resourceControlApplies: false },
  { resourceControlApplies: true },
)

/** Policies in which the request's own words stand where they were left open. */
const about = (
  asked: Readonly<Record<keyof typeof ASKED, string>>,
  policies: AuthorizeInput['policies'],
): AuthorizeInput['policies'] =>
  JSON.parse(
    JSON.stringify(policies)
      .replaceAll(ASKED.action, asked.action)
      .replaceAll(ASKED.resource, asked.resource)
      .replaceAll(ASKED.principal, asked.principal),
  ) as AuthorizeInput['policies']

/** Every policy has an id of its own: `identity-0`, `boundary`, `session-0`, `resource`, `endpoint-0`, `scp-0-0`, `rcp-0-0`. */
export const authorizeInput: fc.Arbitrary<AuthorizeInput> = fc
  .record({
    principal: callers,
    action: actions,
    resource: targets,
    resourceAccount: some(A, A, A, A, A, B, undefined),
    context,
    missingKeys: some<'absent' | 'unknown'>('absent', 'unknown', 'unknown'),
    facts: perhaps(facts, 5),
    identity: fc.array(document(plainStatement), { minLength: 1, maxLength: 2 }),
    boundary: perhaps(document(plainStatement), 6),
    session: perhaps(fc.array(document(plainStatement), { maxLength: 2 }), 6),
    trusted: document(trustStatement),
    resourcePolicy: perhaps(document(namingStatement), 1),
    endpoint: perhaps(fc.array(document(fc.oneof(plainStatement, namingStatement)), { maxLength: 2 }), 10),
    serviceControl: perhaps(levels(plainStatement), 5),
    resourceControl: perhaps(levels(namingStatement), 5),
  })
  .map(({ principal, action, resource, resourceAccount, missingKeys, ...made }): AuthorizeInput => {
    const resourceBased = action.startsWith('sts:Assume') ? made.trusted : made.resourcePolicy
    return {
      request: {
        principal,
        action,
        resource,
        ...(resourceAccount && { resourceAccount }),
        context: made.context,
        missingKeys,
        ...(made.facts && { facts: made.facts }),
      },
      policies: about(
        { principal, action, resource },
        {
          identity: named('identity', made.identity),
          ...(made.boundary && { permissionsBoundary: { id: 'boundary', document: made.boundary } }),
          ...(made.session && { session: named('session', made.session) }),
          ...(resourceBased && { resource: { id: 'resource', document: resourceBased } }),
          ...(made.endpoint && { endpoint: named('endpoint', made.endpoint) }),
          ...(made.serviceControl && { serviceControl: leveled('scp', made.serviceControl) }),
          ...(made.resourceControl && { resourceControl: leveled('rcp', made.resourceControl) }),
        },
      ),
    }
  })
