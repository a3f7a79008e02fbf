import type { CliFor } from './cli-handlers.ts'
import { type Cli, line, nameOf, noLine, oneLine, withDocument } from './cli-lines.ts'
import { recordIn } from './collections.ts'
import { arnOf } from './entity-arn.ts'
import type { Resource } from './records.ts'
import type { ResourceCommand } from './resource-commands.ts'
import { option, shellWord } from './shell-words.ts'

const DRAWN_ONLY = noLine(
  'This changes the drawing only: each AWS service creates its resources in its own way.',
)

const OWN_WAY = noLine('Each service sets the role that its resources run as in its own way.')
const ECS_WAY = noLine(
  'A task has its role from its task definition: register a revision whose taskRoleArn names it.',
)

/**
 * An instance has its role through an instance profile, which the console gives the name of the role.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-ec2_instance-profiles.html
 */
function throughProfile(instance: string, role: string): Cli {
  const profile = option('instance-profile-name', role)
  return {
    lines: [
      line('iam create-instance-profile', profile),
      line('iam add-role-to-instance-profile', profile, option('role-name', role)),
      line(
        'ec2 associate-iam-instance-profile',
        option('instance-id', instance.slice(instance.lastIndexOf('/') + 1)),
        option('iam-instance-profile', `Name=${role}`),
      ),
    ],
    note: 'Leave out the first two lines where the role has an instance profile already.',
  }
}

export const resourceCli: CliFor<ResourceCommand> = {
  AddResource: () => DRAWN_ONLY,
  RemoveResource: () => DRAWN_ONLY,
  RenameResource: () => DRAWN_ONLY,
  UpdateResource: () => DRAWN_ONLY,
  PutResourcePolicy({ resource: id, text }, model) {
    const resource = recordIn(model, 'resources', id)
    const words = resource && putWords(resource)
    return words
      ? withDocument(words.words, words.option, text, `${resource.name}-policy`)
      : noLine('This service sets resource policies in its own way, or the ARN is a pattern.')
  },
  DeleteResourcePolicy({ resource: id }, model) {
    const resource = recordIn(model, 'resources', id)
    return (
      (resource && deleteLine(resource)) ?? noLine('This service removes resource policies in its own way.')
    )
  },
  TagResource({ resource: id, tags }, model) {
    const arn = literalArn(recordIn(model, 'resources', id))
    if (arn === undefined) return noLine('A pattern cannot be tagged; each resource it covers can.')
    const map = JSON.stringify(Object.fromEntries(tags.map(({ key, value }) => [key, value])))
    return oneLine(
      'resourcegroupstaggingapi tag-resources',
      option('resource-arn-list', arn),
      `--tags ${shellWord(map)}`,
    )
  },
  UntagResource({ resource: id, tagKeys }, model) {
    const arn = literalArn(recordIn(model, 'resources', id))
    if (arn === undefined) return noLine('A pattern has no tags; each resource it covers has.')
    return oneLine(
      'resourcegroupstaggingapi untag-resources',
      option('resource-arn-list', arn),
      `--tag-keys ${tagKeys.map(shellWord).join(' ')}`,
    )
  },
  SetRunsAs({ resource: id, role }, model) {
    const resource = recordIn(model, 'resources', id)
    const arn = literalArn(resource)
    const roleArn = role && arnOf(model, role)
    if (arn === undefined || !roleArn) return OWN_WAY
    if (resource?.service === 'ec2') return throughProfile(arn, nameOf(model, role))
    if (resource?.service === 'ecs') return ECS_WAY
    return resource?.service === 'lambda'
      ? oneLine('lambda update-function-configuration', option('function-name', arn), option('role', roleArn))
      : OWN_WAY
  },
  AddExternalPrincipal: () =>
    noLine('Someone outside the account exists already; only trust policies name them.'),
  UpdateExternalPrincipal: () => DRAWN_ONLY,
  RemoveExternalPrincipal: () => DRAWN_ONLY,
}

const literalArn = (resource: Resource | undefined): string | undefined =>
  resource && !/[*?]/.test(resource.arn) ? resource.arn : undefined

const bucketName = (arn: string): string => arn.slice(arn.lastIndexOf(':') + 1)

function putWords(
  resource: Resource,
): { readonly words: readonly string[]; readonly option: string } | undefined {
  const arn = literalArn(resource)
  if (arn === undefined) return undefined
  switch (resource.service) {
    case 's3':
      return { words: ['s3api put-bucket-policy', option('bucket', bucketName(arn))], option: 'policy' }
    case 'kms':
      return { words: ['kms put-key-policy', option('key-id', arn)], option: 'policy' }
    case 'dynamodb':
      return { words: ['dynamodb put-resource-policy', option('resource-arn', arn)], option: 'policy' }
    case 'secretsmanager':
      return {
        words: ['secretsmanager put-resource-policy', option('secret-id', arn)],
        option: 'resource-policy',
      }
    case 'sns':
      return {
        words: ['sns set-topic-attributes', option('topic-arn', arn), '--attribute-name Policy'],
        option: 'attribute-value',
      }
    default:
      return undefined
  }
}

function deleteLine(resource: Resource): Cli | undefined {
  const arn = literalArn(resource)
  if (arn === undefined) return undefined
  switch (resource.service) {
    case 's3':
      return oneLine('s3api delete-bucket-policy', option('bucket', bucketName(arn)))
    case 'dynamodb':
      return oneLine('dynamodb delete-resource-policy', option('resource-arn', arn))
    case 'secretsmanager':
      return oneLine('secretsmanager delete-resource-policy', option('secret-id', arn))
    case 'kms':
      return noLine('A KMS key always has a key policy: replace it instead.')
    default:
      return undefined
  }
}
