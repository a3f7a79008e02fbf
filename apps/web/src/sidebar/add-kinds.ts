import {
  type AccountNumber,
  accountsIn,
  type Command,
  EXAMPLE_ACCOUNT,
  type EntityId,
  type EntityKind,
  type ExternalPrincipal,
  freeId,
  freeName,
  type Model,
  type OuId,
} from '@iam-canvas/core'
import { accessLevelOf, actionsFor, type ResourceTemplate, resourceTemplates } from '@iam-canvas/reference'
import { rootOf } from '../canvas/containment.ts'

export interface Creation {
  readonly id: EntityId
  readonly command: Command
}

/** Something that can be added from the palette, by drag, click or letter. */
export interface AddKind {
  readonly key: string
  readonly label: string
  readonly icon: EntityKind | 'control'
  readonly service?: string
  readonly letter?: string
  readonly section: 'identity' | 'resource' | 'organization' | 'outside'
  /** Without an account it goes into the model's first; without an OU into the root. */
  readonly create: (model: Model, account?: AccountNumber, ou?: OuId) => Creation
}

/** A new policy says something from the start: it reads the account's first resource, or an example bucket. */
function startingPolicy(model: Model, account: AccountNumber | undefined): string {
  const resources = Object.values(model.resources)
  const own = resources.find(resource => resource.account === account) ?? resources[0]
  const arn = own?.arn ?? 'arn:aws:s3:::example-bucket'
  const action = actionsFor(arn).find(name => accessLevelOf(name) === 'Read') ?? 's3:GetBucketLocation'
  return written({ Effect: 'Allow', Action: [action], Resource: [arn] })
}

const written = (...statements: readonly object[]) =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2)

/** A trust policy that lets one AWS service assume the role. */
export const trustOfService = (service: string) =>
  written({ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' })

const inAccount = (account: AccountNumber | undefined) => (account === undefined ? {} : { account })

const identityKinds: readonly AddKind[] = [
  {
    key: 'user',
    label: 'User',
    icon: 'user',
    letter: 'u',
    section: 'identity',
    create: (model, account) => {
      const name = freeName(model, 'user', 'new-user')
      const id = freeId(model, 'user', name)
      return { id, command: { type: 'CreateUser', user: id, name, ...inAccount(account) } }
    },
  },
  {
    key: 'group',
    label: 'Group',
    icon: 'group',
    letter: 'g',
    section: 'identity',
    create: (model, account) => {
      const name = freeName(model, 'group', 'new-group')
      const id = freeId(model, 'group', name)
      return { id, command: { type: 'CreateGroup', group: id, name, ...inAccount(account) } }
    },
  },
  {
    key: 'role',
    label: 'Role',
    icon: 'role',
    letter: 'r',
    section: 'identity',
    create: (model, account) => {
      const name = freeName(model, 'role', 'new-role')
      const id = freeId(model, 'role', name)
      const trustPolicy = trustOfService('lambda.amazonaws.com')
      return { id, command: { type: 'CreateRole', role: id, name, trustPolicy, ...inAccount(account) } }
    },
  },
  {
    key: 'policy',
    label: 'Policy',
    icon: 'policy',
    letter: 'p',
    section: 'identity',
    create: (model, account) => {
      const name = freeName(model, 'policy', 'NewPolicy')
      const id = freeId(model, 'policy', name)
      const text = startingPolicy(model, account)
      return { id, command: { type: 'CreatePolicy', policy: id, name, text, ...inAccount(account) } }
    },
  },
]

const letters: Readonly<Record<string, string>> = { s3: 'b', lambda: 'l' }

function resourceKind(template: ResourceTemplate): AddKind {
  const letter = letters[template.service]
  return {
    key: `${template.service} ${template.type}`,
    label: template.shortLabel,
    icon: 'resource',
    service: template.service,
    section: 'resource',
    ...(letter && { letter }),
    create: (model, number) => {
      const account = number ?? Object.values(model.accounts)[0]?.account ?? ''
      const name = freeName(model, 'resource', template.defaultName)
      const id = freeId(model, 'resource', name)
      const { arn, parts, service, type } = template.make({ name, account, region: 'eu-west-1' })
      return {
        id,
        command: {
          type: 'AddResource',
          resource: id,
          name,
          arn,
          parts,
          account,
          service,
          resourceType: type,
        },
      }
    },
  }
}

/** The numbers that AWS's documentation uses for examples, then others like them. */
function freeNumber({ accounts }: Model): AccountNumber {
  const taken = new Set(Object.values(accounts).map(({ account }) => account))
  for (let digit = 1; ; digit++) {
    const block = [digit, digit + 1, digit + 2].map(each => String(each % 10).repeat(4)).join('')
    const number = digit <= 9 ? block : String(Number(EXAMPLE_ACCOUNT) + digit).padStart(12, '0')
    if (!taken.has(number)) return number
  }
}

/** Whatever needs an organization brings it along: the first account becomes its management account. */
function withOrganization(model: Model, make: (root: OuId) => Creation): Creation {
  const root = rootOf(model)
  if (model.organization && root) return make(root)
  const management = accountsIn(model, undefined)[0] ?? Object.values(model.accounts)[0]?.id
  const { id, command } = make('ou:root')
  if (!management) return { id, command }
  return {
    id,
    command: { type: 'Batch', commands: [organizationOf(management), command] },
  }
}

export const organizationOf = (managementAccount: `account:${string}`): Command => ({
  type: 'CreateOrganization',
  organization: 'o-exampleorgid',
  root: 'ou:root',
  managementAccount,
})

const startingScp = written({
  Sid: 'StayInTheOrganization',
  Effect: 'Deny',
  Action: 'organizations:LeaveOrganization',
  Resource: '*',
})

/** https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_examples.html */
const startingRcp = written({
  Sid: 'OnlyOverTls',
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: '*',
  Condition: { BoolIfExists: { 'aws:SecureTransport': 'false' } },
})

const controlKind = (
  purpose: 'service-control' | 'resource-control',
  label: string,
  base: string,
): AddKind => ({
  key: label.toLowerCase(),
  label,
  icon: 'control',
  section: 'organization',
  create: model =>
    withOrganization(model, () => {
      const name = freeName(model, 'policy', base)
      const id = freeId(model, 'policy', name)
      const text = purpose === 'service-control' ? startingScp : startingRcp
      return { id, command: { type: 'CreatePolicy', policy: id, name, text, purpose } }
    }),
})

const organizationKinds: readonly AddKind[] = [
  {
    key: 'account',
    label: 'Account',
    icon: 'account',
    section: 'organization',
    create: (model, _account, ou) => {
      const number = freeNumber(model)
      const name = freeName(model, 'account', 'new-account')
      const id = freeId(model, 'account', number)
      const into = ou ?? (model.organization ? rootOf(model) : undefined)
      return { id, command: { type: 'AddAccount', account: id, number, name, ...(into && { ou: into }) } }
    },
  },
  {
    key: 'ou',
    label: 'OU',
    icon: 'ou',
    letter: 'o',
    section: 'organization',
    create: (model, _account, ou) =>
      withOrganization(model, root => {
        const name = freeName(model, 'ou', 'New OU')
        const id = freeId(model, 'ou', name)
        return { id, command: { type: 'CreateOrganizationalUnit', ou: id, name, parent: ou ?? root } }
      }),
  },
  controlKind('service-control', 'SCP', 'NewControlPolicy'),
  controlKind('resource-control', 'RCP', 'NewResourceControlPolicy'),
]

function outsideKind(
  label: string,
  base: string,
  principalType: ExternalPrincipal['type'],
  principal: (model: Model, account: AccountNumber) => string,
): AddKind {
  return {
    key: `external ${label}`.toLowerCase(),
    label,
    icon: 'external',
    section: 'outside',
    create: (model, account) => {
      const name = freeName(model, 'external', base)
      const id = freeId(model, 'external', name)
      const own = account ?? Object.values(model.accounts)[0]?.account ?? EXAMPLE_ACCOUNT
      return {
        id,
        command: {
          type: 'AddExternalPrincipal',
          external: id,
          name,
          principalType,
          principal: principal(model, own),
        },
      }
    },
  }
}

const outsideKinds: readonly AddKind[] = [
  outsideKind('Another account', 'partner', 'AWS', model => `arn:aws:iam::${freeNumber(model)}:root`),
  outsideKind(
    'GitHub Actions',
    'GitHub Actions',
    'Federated',
    (_model, account) => `arn:aws:iam::${account}:oidc-provider/token.actions.githubusercontent.com`,
  ),
  outsideKind(
    'SAML provider',
    'Corporate sign-in',
    'Federated',
    (_model, account) => `arn:aws:iam::${account}:saml-provider/Corporate`,
  ),
  outsideKind('AWS service', 'Events', 'Service', () => 'events.amazonaws.com'),
  outsideKind('Everyone', 'Everyone', 'Anonymous', () => '*'),
]

export const addKinds: readonly AddKind[] = [
  ...identityKinds,
  ...resourceTemplates.map(resourceKind),
  ...organizationKinds,
  ...outsideKinds,
]
