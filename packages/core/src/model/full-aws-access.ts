import type { Policy } from './records.ts'

/** The SCP that AWS attaches everywhere when SCPs are enabled; without it nothing is allowed. [D10] */
export const FULL_AWS_ACCESS: Policy = {
  kind: 'policy',
  id: 'policy:FullAWSAccess',
  name: 'FullAWSAccess',
  path: '/',
  account: 'aws',
  purpose: 'service-control',
  text: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "*",
      "Resource": "*"
    }
  ]
}`,
  tags: [],
}

export const fullAwsAccessIn = (policies: readonly Policy[]): Policy | undefined =>
  policies.find(
    policy =>
      policy.account === 'aws' &&
      policy.purpose === 'service-control' &&
      policy.name === FULL_AWS_ACCESS.name,
  )
