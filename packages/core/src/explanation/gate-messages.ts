import type { Wording } from './wording.ts'

/**
 * One text for each code that `GateTrace.reason` may hold: a sentence for what the gate said, a few words for why it
 * was not asked.
 */
export const gateMessages: Wording['gates'] = {
  'explicit-deny-denies': ({ policies }) => `${policies} denies it explicitly.`,
  'explicit-deny-depends': ({ policies }) => `${policies} denies it if a condition holds.`,
  'explicit-deny-silent': () => 'No policy denies it.',

  'resource-control-denies': ({ policies, level }) => `At ${level}, ${policies} denies it.`,
  'resource-control-depends': ({ policies, level }) =>
    `At ${level}, ${policies} denies it if a condition holds.`,
  'resource-control-allows': ({ level }) => `At ${level}, no resource control policy denies it.`,

  'service-control-denies': ({ policies, level }) => `At ${level}, ${policies} denies it.`,
  'service-control-depends': ({ policies, level }) => `At ${level}, it hangs on a condition in ${policies}.`,
  'service-control-allows': ({ policies, level }) => `At ${level}, ${policies} allows it.`,
  'service-control-silent': ({ level }) => `At ${level}, no service control policy allows it.`,

  'endpoint-denies': ({ policies }) => `The endpoint policy ${policies} denies it.`,
  'endpoint-depends': ({ policies }) => `It hangs on a condition in the endpoint policy ${policies}.`,
  'endpoint-allows': ({ policies }) => `The endpoint policy ${policies} allows it.`,
  'endpoint-silent': ({ policies }) => `The endpoint policy ${policies} does not allow it.`,

  'resource-policy-denies': ({ policies }) => `${policies} denies it.`,
  'resource-policy-depends': ({ policies }) => `It hangs on a condition in ${policies}.`,
  'resource-policy-allows': ({ policies, who }) => `${policies} allows it to ${who}.`,
  'resource-policy-silent': ({ policies, who }) => `${policies} does not allow it to ${who}.`,

  'identity-denies': ({ policies }) => `${policies} denies it.`,
  'identity-depends': ({ policies }) => `It hangs on a condition in ${policies}.`,
  'identity-allows': ({ policies }) => `${policies} allows it.`,
  'identity-silent': ({ who, what, on }) => `No identity-based policy of ${who} allows ${what} on ${on}.`,

  'boundary-denies': ({ policies }) => `The permissions boundary ${policies} denies it.`,
  'boundary-depends': ({ policies }) => `It hangs on a condition in the permissions boundary ${policies}.`,
  'boundary-allows': ({ policies }) => `The permissions boundary ${policies} lets it through.`,
  'boundary-silent': ({ policies }) => `The permissions boundary ${policies} does not allow it.`,

  'session-denies': ({ policies }) => `The session policy ${policies} denies it.`,
  'session-depends': ({ policies }) => `It hangs on a condition in the session policy ${policies}.`,
  'session-allows': ({ policies }) => `The session policy ${policies} lets it through.`,
  'session-silent': ({ policies }) => `The session policy ${policies} does not allow it.`,

  'not-in-organization': () => 'not in an organization',
  'caller-outside-organization': ({ who }) => `they do not bind ${who}`,
  'management-account': () => 'they do not bind the management account',
  'management-account-resource': () => 'they do not bind resources of the management account',
  'service-linked-role': () => 'they do not bind service-linked roles',
  'retire-grant': () => 'they never bind `kms:RetireGrant`',
  'aws-managed-key': () => 'they do not bind AWS managed keys',
  'service-without-rcp': () => 'this service does not support them',
  'no-endpoint': () => 'none is used',
  'endpoint-not-used': () => 'the request comes through none',
  'no-resource-policy': ({ on }) => `none on ${on}`,
  'iam-ignores-trust': () => 'managing a role does not use its trust policy',
  'no-identity-side': ({ who }) => `${who} has none`,
  'root-user': () => 'the root user may do everything in its own account',
  'no-boundary': ({ who }) => `none on ${who}`,
  'no-session-policy': () => 'none',
}
