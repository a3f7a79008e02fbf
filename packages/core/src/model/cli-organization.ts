import type { CliFor } from './cli-handlers.ts'
import { type Cli, line, nameOf, noLine, oneLine } from './cli-lines.ts'
import { recordIn } from './collections.ts'
import type { AccountCommand, OrganizationCommand } from './organization-commands.ts'
import type { AccountRecordId, Model, OuId, PolicyId } from './records.ts'
import { option } from './shell-words.ts'

const PLACEHOLDERS =
  'Organizations numbers OUs, roots and policies itself: put its ids where the angle brackets are.'

/** FullAWSAccess has the same id everywhere; other policies have one that only Organizations knows. */
export function policyIdOption(model: Model, id: PolicyId, name = 'policy-id'): string {
  const policy = recordIn(model, 'policies', id)
  return option(name, policy?.account === 'aws' ? `p-${policy.name}` : `<id of policy ${nameOf(model, id)}>`)
}

const ouOption = (model: Model, name: string, id: OuId | undefined): string =>
  option(name, id === undefined ? '<id of root>' : `<id of ${nameOf(model, id)}>`)

function targetOption(model: Model, id: AccountRecordId | OuId): string {
  const account = recordIn(model, 'accounts', id)
  return option('target-id', account ? account.account : `<id of ${nameOf(model, id)}>`)
}

export const detachTargetLine = (model: Model, policy: PolicyId, target: AccountRecordId | OuId): string =>
  line('organizations detach-policy', policyIdOption(model, policy), targetOption(model, target))

const withPlaceholders = (cli: Cli): Cli =>
  cli.lines.some(text => text.includes('<id of ')) ? { ...cli, note: PLACEHOLDERS } : cli

const accountOption = (model: Model, id: AccountRecordId): string =>
  option('account-id', recordIn(model, 'accounts', id)?.account ?? nameOf(model, id))

const rootOf = (model: Model): OuId | undefined => Object.values(model.ous).find(ou => !ou.parent)?.id

const TYPE = {
  'service-control': 'SERVICE_CONTROL_POLICY',
  'resource-control': 'RESOURCE_CONTROL_POLICY',
} as const

export const accountCli: CliFor<AccountCommand> = {
  AddAccount: ({ name }) => ({
    ...oneLine('organizations create-account', option('account-name', name), '--email "$EMAIL"'),
    note: 'Only for an account of an organization; AWS chooses its number.',
  }),
  RemoveAccount: ({ account }, model) => ({
    ...oneLine('organizations close-account', accountOption(model, account)),
    note: 'Closes the account with everything in it.',
  }),
  RenameAccount: ({ account, name }, model) =>
    oneLine('account put-account-name', accountOption(model, account), option('account-name', name)),
  RenumberAccount: () => noLine('AWS gives an account its number; it never changes.'),
  MoveToAccount: () =>
    noLine('Nothing moves between accounts: create it in the other one, and delete it here.'),
}

export const organizationCli: CliFor<OrganizationCommand> = {
  CreateOrganization: () => oneLine('organizations create-organization --feature-set ALL'),
  DeleteOrganization: () => ({
    ...oneLine('organizations delete-organization'),
    note: 'Before that, remove every member account and every OU.',
  }),
  EnablePolicyType: ({ purpose }, model) =>
    withPlaceholders(
      oneLine(
        'organizations enable-policy-type',
        ouOption(model, 'root-id', rootOf(model)),
        `--policy-type ${TYPE[purpose]}`,
      ),
    ),
  DisablePolicyType: ({ purpose }, model) =>
    withPlaceholders(
      oneLine(
        'organizations disable-policy-type',
        ouOption(model, 'root-id', rootOf(model)),
        `--policy-type ${TYPE[purpose]}`,
      ),
    ),
  CreateOrganizationalUnit: ({ name, parent }, model) =>
    withPlaceholders(
      oneLine(
        'organizations create-organizational-unit',
        ouOption(model, 'parent-id', parent),
        option('name', name),
      ),
    ),
  UpdateOrganizationalUnit: ({ ou, name }, model) =>
    withPlaceholders(
      oneLine(
        'organizations update-organizational-unit',
        ouOption(model, 'organizational-unit-id', ou),
        option('name', name),
      ),
    ),
  DeleteOrganizationalUnit: ({ ou }, model) =>
    withPlaceholders(
      oneLine('organizations delete-organizational-unit', ouOption(model, 'organizational-unit-id', ou)),
    ),
  MoveOrganizationalUnit: () =>
    noLine(
      'Organizations cannot move an OU: create it in the new place, move its accounts, and delete the old one.',
    ),
  MoveAccount({ account: id, ou }, model) {
    const account = recordIn(model, 'accounts', id)
    if (account && !account.ou) {
      return {
        ...oneLine(
          'organizations invite-account-to-organization',
          option('target', `Id=${account.account},Type=ACCOUNT`),
        ),
        note: 'The account accepts the invitation, starts in the root, and is then moved.',
      }
    }
    return withPlaceholders(
      oneLine(
        'organizations move-account',
        accountOption(model, id),
        ouOption(model, 'source-parent-id', account?.ou),
        ouOption(model, 'destination-parent-id', ou),
      ),
    )
  },
  RemoveAccountFromOrganization: ({ account }, model) =>
    oneLine('organizations remove-account-from-organization', accountOption(model, account)),
  AttachPolicy: ({ policy, target }, model) =>
    withPlaceholders(
      oneLine('organizations attach-policy', policyIdOption(model, policy), targetOption(model, target)),
    ),
  DetachPolicy: ({ policy, target }, model) =>
    withPlaceholders({ lines: [detachTargetLine(model, policy, target)] }),
}
