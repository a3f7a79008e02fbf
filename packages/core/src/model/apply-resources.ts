import type { Draft } from './draft.ts'
import type { HandlersFor } from './handlers.ts'
import { identityOf } from './identity.ts'
import { firstAccount, knownAccountProblem, labelProblem, newIdProblem } from './names.ts'
import { type Problem, refuse, unknownId } from './problem.ts'
import type { ExternalPrincipal, Resource } from './records.ts'
import type { ResourceCommand } from './resource-commands.ts'
import { isProblem, withoutTags, withTags } from './tags.ts'

const LONGEST_ARN = 2048

export const resourceHandlers: HandlersFor<ResourceCommand> = {
  AddResource(draft, { resource: id, name, arn, parts = [], service, resourceType, tags = [], ...command }) {
    const account = command.account ?? accountInArn(draft, arn) ?? firstAccount(draft) ?? ''
    const problem =
      newIdProblem(draft, 'resource', id) ??
      labelProblem('a resource', name) ??
      arnsProblem([arn, ...parts]) ??
      arnTakenProblem(draft, arn) ??
      knownAccountProblem(draft, account)
    if (problem) return problem
    draft.put({
      kind: 'resource',
      id,
      name,
      arn,
      parts: partsOf(arn, parts),
      account,
      service,
      type: resourceType,
      ...(command.resourcePolicy !== undefined && { resourcePolicy: command.resourcePolicy }),
      tags,
    })
    return undefined
  },
  RemoveResource(draft, { resource }) {
    if (!draft.get('resources', resource)) return unknownId('resource', resource)
    draft.remove(resource)
    return undefined
  },
  RenameResource: (draft, { resource: id, name }) =>
    change(draft, id, resource =>
      name === resource.name
        ? resource
        : (labelProblem('a resource', name, resource.id) ?? { ...resource, name }),
    ),
  UpdateResource: (draft, { resource: id, arn, parts, service, resourceType }) =>
    change(
      draft,
      id,
      resource =>
        arnsProblem([...(arn === undefined ? [] : [arn]), ...(parts ?? [])], resource) ??
        (arn === undefined ? undefined : arnTakenProblem(draft, arn, resource)) ?? {
          ...resource,
          ...(arn !== undefined && { arn }),
          parts: partsOf(arn ?? resource.arn, parts ?? resource.parts),
          ...(service !== undefined && { service }),
          ...(resourceType !== undefined && { type: resourceType }),
        },
    ),
  PutResourcePolicy: (draft, { resource: id, text }) =>
    change(draft, id, resource => ({ ...resource, resourcePolicy: text })),
  DeleteResourcePolicy: (draft, { resource: id }) =>
    change(draft, id, ({ resourcePolicy, ...open }) =>
      resourcePolicy === undefined
        ? refuse('no-resource-policy', `\`${open.name}\` has no resource policy`, open.id)
        : open,
    ),
  // Services have their own rules for tags, looser than IAM's, but none of them is stricter about what is refused here.
  TagResource: (draft, { resource: id, tags: added }) =>
    change(draft, id, resource => {
      const tags = withTags(resource, added)
      return isProblem(tags) ? tags : { ...resource, tags }
    }),
  UntagResource: (draft, { resource: id, tagKeys }) =>
    change(draft, id, resource => {
      const tags = withoutTags(resource, tagKeys)
      return isProblem(tags) ? tags : { ...resource, tags }
    }),
  SetRunsAs: (draft, { resource: id, role: roleId }) =>
    change(draft, id, resource => {
      if (roleId === undefined) {
        const { runsAs: _, ...idle } = resource
        return idle
      }
      const role = draft.get('roles', roleId)
      if (!role) return unknownId('role', roleId)
      if (role.account !== resource.account) {
        return refuse(
          'other-account',
          `\`${resource.name}\` is in account ${resource.account}, role \`${role.name}\` in ${role.account}: a role can be passed within its own account only`,
          resource.id,
        )
      }
      return { ...resource, runsAs: role.id }
    }),
  AddExternalPrincipal(draft, { external: id, name, principalType, principal }) {
    const problem =
      newIdProblem(draft, 'external', id) ??
      labelProblem('an external principal', name) ??
      labelProblem('the Principal of an external principal', principal)
    if (problem) return problem
    draft.put({ kind: 'external', id, name, type: principalType, principal })
    return undefined
  },
  UpdateExternalPrincipal(draft, { external: id, name, principalType, principal }) {
    const external = draft.get('externals', id)
    if (!external) return unknownId('external', id)
    const changed: ExternalPrincipal = {
      ...external,
      ...(name !== undefined && { name }),
      ...(principalType !== undefined && { type: principalType }),
      ...(principal !== undefined && { principal }),
    }
    const problem =
      (name === undefined ? undefined : labelProblem('an external principal', name, external.id)) ??
      (principal === undefined
        ? undefined
        : labelProblem('the Principal of an external principal', principal, external.id))
    if (problem) return problem
    draft.put(changed)
    return undefined
  },
  RemoveExternalPrincipal(draft, { external }) {
    if (!draft.get('externals', external)) return unknownId('external', external)
    draft.remove(external)
    return undefined
  },
}

function change(
  draft: Draft,
  id: string,
  to: (resource: Resource) => Resource | Problem,
): Problem | undefined {
  const resource = draft.get('resources', id)
  if (!resource) return unknownId('resource', id)
  const outcome = to(resource)
  if ('code' in outcome) return outcome
  draft.put(outcome)
  return undefined
}

/** Each target once: the ARN itself is one already. */
export const partsOf = (arn: string, parts: readonly string[]): readonly string[] =>
  [...new Set(parts)].filter(part => part !== arn)

function arnsProblem(arns: readonly string[], at?: Resource): Problem | undefined {
  for (const arn of arns) {
    if (arn.length > LONGEST_ARN) {
      return refuse(
        'invalid-arn',
        `an ARN has at most ${LONGEST_ARN} characters, this one ${arn.length}`,
        at?.id,
      )
    }
    if (!arn.startsWith('arn:') || arn.split(':', 6).length < 6) {
      return refuse(
        'invalid-arn',
        `\`${arn}\` is no ARN: it has six parts, as in arn:aws:s3:::bucket or arn:aws:sqs:eu-west-1:123456789012:queue`,
        at?.id,
      )
    }
  }
  return undefined
}

function arnTakenProblem(draft: Draft, arn: string, but?: Resource): Problem | undefined {
  const taken = draft.withIdentity('resources', identityOf({ kind: 'resource', arn }), but?.id)
  return taken && refuse('arn-taken', `\`${taken.name}\` has this ARN already`, taken.id)
}

/** The account that the ARN names, if the model has it. */
function accountInArn(draft: Draft, arn: string): string | undefined {
  const account = arn.split(':', 5)[4]
  return draft.all('accounts').some(known => known.account === account) ? account : undefined
}
