import type { AccountNumber, Command } from '@iam-canvas/core'
import { ACCOUNT, attach, bucket, policyOf, role } from '../draw.ts'
import type { Example } from '../example.ts'
import { allow, bucketArn, deny, objectsArn, policyText, trustAws, trustService } from '../statements.ts'

export const PROD: AccountNumber = '222233334444'
export const LOGS: AccountNumber = '333344445555'

/** An organization with a management account, a live account and one for logs, and service control policies switched on. */
export const threeAccounts: readonly Command[] = [
  { type: 'RenameAccount', account: `account:${ACCOUNT}`, name: 'management' },
  { type: 'AddAccount', account: `account:${PROD}`, number: PROD, name: 'prod' },
  { type: 'AddAccount', account: `account:${LOGS}`, number: LOGS, name: 'logs' },
  {
    type: 'CreateOrganization',
    organization: 'o-games12345',
    root: 'ou:root',
    managementAccount: `account:${ACCOUNT}`,
  },
  { type: 'EnablePolicyType', purpose: 'service-control' },
  { type: 'CreateOrganizationalUnit', ou: 'ou:workloads', name: 'workloads', parent: 'ou:root' },
  { type: 'CreateOrganizationalUnit', ou: 'ou:security', name: 'security', parent: 'ou:root' },
  { type: 'MoveAccount', account: `account:${PROD}`, ou: 'ou:workloads' },
  { type: 'MoveAccount', account: `account:${LOGS}`, ou: 'ou:security' },
]

const prodRole = (name: string) => `arn:aws:iam::${PROD}:role/${name}`

export const organizationExample: Example = {
  id: 'three-accounts',
  title: 'Three accounts, one organization',
  summary: 'Management, live and logs: rails for a whole account, and one door between two of them.',
  commands: [
    ...threeAccounts,
    policyOf(
      { purpose: 'service-control' },
      'KeepTheTrail',
      deny(['cloudtrail:StopLogging', 'cloudtrail:DeleteTrail', 'organizations:LeaveOrganization'], '*', {
        Sid: 'KeepTheTrail',
      }),
    ),
    { type: 'AttachPolicy', policy: 'policy:KeepTheTrail', target: 'ou:workloads' },
    role('admin', trustAws(`arn:aws:iam::${PROD}:root`), { account: PROD }),
    role('log-shipper', trustService('lambda.amazonaws.com'), { account: PROD }),
    policyOf({ account: PROD }, 'AdminAccess', allow('*', '*')),
    policyOf({ account: PROD }, 'ShipLogs', allow('s3:PutObject', objectsArn('org-logs'))),
    attach('AdminAccess', 'role:admin'),
    attach('ShipLogs', 'role:log-shipper'),
    bucket('org-logs', {
      account: LOGS,
      resourcePolicy: policyText(
        allow('s3:PutObject', objectsArn('org-logs'), {
          Sid: 'LetTheShipperIn',
          Principal: { AWS: prodRole('log-shipper') },
        }),
      ),
    }),
  ],
  walk: [
    {
      text: 'A company keeps its live system, its logs and its bills in accounts of their own. What happens in one account stays there unless somebody opens a door.',
      show: [{ label: 'Select the live admin', select: 'role:admin' }],
    },
    {
      text: 'The admin of the live account may do everything, says its policy. The organization takes something back: a service control policy on the unit `workloads` denies switching off the audit trail. Not even an admin gets past it.',
      show: [{ label: 'Open the admin’s policy', select: 'policy:AdminAccess' }],
    },
    {
      text: 'Logs travel from one account to another. That needs both sides: a policy on the role here, and one on the bucket there.',
      show: [
        {
          label: 'May the shipper write?',
          ask: {
            principal: 'role:log-shipper',
            resource: 'resource:org-logs',
            action: 's3:PutObject',
            target: objectsArn('org-logs'),
          },
        },
        {
          label: 'May the admin write?',
          ask: {
            principal: 'role:admin',
            resource: 'resource:org-logs',
            action: 's3:PutObject',
            target: objectsArn('org-logs'),
          },
        },
      ],
    },
    {
      text: 'The admin may do everything, and still cannot write into the logs: the bucket belongs to another account, and its policy names the shipper only.',
      show: [{ label: 'Select the bucket', select: 'resource:org-logs' }],
    },
  ],
  expectations: [
    { principal: 'role:admin', action: 'cloudtrail:StopLogging', resource: '*', expect: 'ExplicitDeny' },
    {
      principal: 'role:admin',
      action: 'iam:CreateUser',
      resource: `arn:aws:iam::${PROD}:user/new`,
      expect: 'Allow',
    },
    {
      principal: 'role:log-shipper',
      action: 's3:PutObject',
      resource: `${bucketArn('org-logs')}/today.gz`,
      expect: 'Allow',
    },
    {
      principal: 'role:admin',
      action: 's3:PutObject',
      resource: `${bucketArn('org-logs')}/today.gz`,
      expect: 'ImplicitDeny',
    },
    {
      principal: 'role:log-shipper',
      action: 's3:GetObject',
      resource: `${bucketArn('org-logs')}/today.gz`,
      expect: 'ImplicitDeny',
    },
  ],
}
