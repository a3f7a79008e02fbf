import type { CliFor } from './cli-handlers.ts'
import { deleteBoundaryLine, detachLine } from './cli-holders.ts'
import { line, nameOf, noLine, oneLine, pathOption, policyArn, withDocument } from './cli-lines.ts'
import { detachTargetLine, policyIdOption } from './cli-organization.ts'
import { entityById, recordIn } from './collections.ts'
import type { PolicyCommand } from './identity-commands.ts'
import { usesOf } from './indexes.ts'
import type { Model, PolicyId } from './records.ts'
import { option, shellWord, tagsOption } from './shell-words.ts'

const ORGANIZATIONS_TYPE = {
  'service-control': 'SERVICE_CONTROL_POLICY',
  'resource-control': 'RESOURCE_CONTROL_POLICY',
} as const

export const policyCli: CliFor<PolicyCommand> = {
  CreatePolicy({ name, path, purpose = 'identity', text, description, tags }) {
    const described = description === undefined ? '' : option('description', description)
    const tagged = tags?.length ? tagsOption(tags) : ''
    if (purpose === 'identity') {
      const words = [
        'iam create-policy',
        option('policy-name', name),
        pathOption(path) || '',
        described,
        tagged,
      ]
      return withDocument(words, 'policy-document', text, name)
    }
    // Organizations insists on a description, which may be empty.
    const words = [
      'organizations create-policy',
      `--type ${ORGANIZATIONS_TYPE[purpose]}`,
      option('name', name),
    ]
    return withDocument([...words, described || "--description ''", tagged], 'content', text, name)
  },
  DeletePolicy({ policy: id }, model) {
    const policy = recordIn(model, 'policies', id)
    const uses = usesOf(model, id)
    const lines = [
      ...uses.attachedTo.flatMap(holder => {
        const entity = entityById(model, holder)
        const kind = entity?.kind
        return kind === 'user' || kind === 'group' || kind === 'role'
          ? [detachLine(kind, model, holder, id)]
          : []
      }),
      ...uses.boundaryOf.map(bound =>
        deleteBoundaryLine(entityById(model, bound)?.kind === 'role' ? 'role' : 'user', model, bound),
      ),
      ...uses.controls.map(target => detachTargetLine(model, id, target)),
    ]
    if (policy?.account === 'aws') {
      return { lines, note: 'An AWS managed policy cannot be deleted; it is only no longer used.' }
    }
    if (policy && policy.purpose !== 'identity') {
      return { lines: [...lines, line('organizations delete-policy', policyIdOption(model, id))] }
    }
    return {
      lines: [...lines, line('iam delete-policy', option('policy-arn', policyArn(model, id)))],
      note: 'If the policy has older versions, delete those before it (aws iam list-policy-versions).',
    }
  },
  CreatePolicyVersion({ policy: id, text }, model) {
    const name = nameOf(model, id)
    const purpose = recordIn(model, 'policies', id)?.purpose ?? 'identity'
    return purpose === 'identity'
      ? withDocument(
          ['iam create-policy-version', option('policy-arn', policyArn(model, id)), '--set-as-default'],
          'policy-document',
          text,
          name,
        )
      : withDocument(['organizations update-policy', policyIdOption(model, id)], 'content', text, name)
  },
  RenamePolicy({ policy: id, name }, model) {
    const purpose = recordIn(model, 'policies', id)?.purpose ?? 'identity'
    return purpose === 'identity' || name === undefined
      ? noLine('IAM cannot rename a policy or move it to another path: create a new one, and delete this.')
      : oneLine('organizations update-policy', policyIdOption(model, id), option('name', name))
  },
  TagPolicy: ({ policy, tags }, model) => oneLine(...taggingWords(model, policy, 'tag'), tagsOption(tags)),
  UntagPolicy: ({ policy, tagKeys }, model) =>
    oneLine(...taggingWords(model, policy, 'untag'), `--tag-keys ${tagKeys.map(shellWord).join(' ')}`),
  AddAwsManagedPolicy: () => noLine('AWS managed policies are in every account already.'),
  SupplyPolicyText: () => noLine('This only tells the drawing what the policy says; nothing changes in AWS.'),
}

function taggingWords(model: Model, id: PolicyId, verb: 'tag' | 'untag'): readonly string[] {
  const purpose = recordIn(model, 'policies', id)?.purpose ?? 'identity'
  return purpose === 'identity'
    ? [`iam ${verb}-policy`, option('policy-arn', policyArn(model, id))]
    : [`organizations ${verb}-resource`, policyIdOption(model, id, 'resource-id')]
}
