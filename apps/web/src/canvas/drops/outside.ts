import {
  type Entity,
  type ExternalPrincipal,
  type Model,
  parsedPolicy,
  type Resource,
} from '@iam-canvas/core'
import { withStatement } from '@iam-canvas/core/edits'
import type { DropVerdict } from '../drop-rules.ts'
import { namesPrincipal } from '../trust-words.ts'
import { refused } from './refused.ts'
import { letUse, startingResourcePolicy } from './resource-policies.ts'
import { trustOutside } from './trust.ts'

/** Someone outside gets access by being named: in a trust policy or in a resource policy. */
export function dropExternal(
  model: Model,
  external: ExternalPrincipal,
  where: Entity,
): DropVerdict | undefined {
  switch (where.kind) {
    case 'role':
      return trustOutside(model, external, where)
    case 'resource':
      return nameInResourcePolicy(model, external, where)
    case 'user':
      return refused('a user is nobody else: let someone outside assume a role')
    case 'group':
      return refused('a group takes users of its own account only')
    case 'policy':
      return refused('an identity-based policy names no principal: drop it on a role or resource')
    case 'account':
    case 'ou':
      return refused(`${external.name} is outside: it does not live in an account of this model`)
    case 'external':
      return refused('both are outside: drop it on a role or resource')
  }
}

function nameInResourcePolicy(model: Model, external: ExternalPrincipal, resource: Resource): DropVerdict {
  if (external.type === 'Federated') {
    return refused('whoever signs in through a provider assumes a role first: drop it on one')
  }
  const principal = external.type === 'Anonymous' ? '*' : { [external.type]: external.principal }
  const statement = letUse(resource, principal)
  if (!statement) return refused(`${resource.name} is of a kind that takes no resource policy`)
  const parsed = parsedPolicy(startingResourcePolicy(model, resource))
  if (namesPrincipal(parsed.text, external.principal))
    return refused(`the resource policy of ${resource.name} names ${external.name} already`)
  const text = withStatement(parsed, statement)
  return text === undefined
    ? refused(`the resource policy of ${resource.name} is not complete: mend its text first`)
    : {
        ok: true,
        verb: `Let ${external.name} use ${resource.name}`,
        command: { type: 'PutResourcePolicy', resource: resource.id, text },
      }
}
