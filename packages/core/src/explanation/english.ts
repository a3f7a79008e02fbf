import type { Wording } from './wording.ts'
import { gateMessages } from './gate-messages.ts'
import { noteMessages } from './note-messages.ts'

const joined = (phrases: readonly string[], word: string): string =>
  phrases.length < 3
    ? phrases.join(` ${word} `)
    : `${phrases.slice(0, -1).join(', ')} ${word} ${phrases[phrases.length - 1] ?? ''}`

/** Every sentence that an explanation is made of, in English. Another language is another value of this type. */
export const english: Wording = {
  headline(decision, partial) {
    if (decision === 'Allow') return partial ? 'Yes, but only for a part of it' : 'Yes: allowed'
    if (decision === 'ExplicitDeny') return 'No: explicit deny'
    return decision === 'ImplicitDeny' ? 'No: implicit deny' : 'It depends on the request'
  },
  gates: gateMessages,
  notes: noteMessages,
  reasons: {
    allowed: ({ policies, limits }) =>
      limits === ''
        ? `${policies} allows it, and nothing denies it.`
        : `${policies} allows it, ${limits} lets it through, and nothing denies it.`,
    rootUser: () => 'the root user may do everything in its own account, and nothing denies it.',
    explicitDeny: ({ policies, statement }) =>
      `${policies} denies it, in ${statement}, and an explicit deny overrides every allow.`,
    depends: ({ keys }) => `the answer hangs on ${keys}, which nobody has given.`,
    partlyAllowed: 'Only a part of what was asked lies under the statements that allow it.',
    partlyDenied: 'A part of what was asked is denied explicitly.',
    stopped: {
      'resource-control': ({ level }) => `no resource control policy at ${level} allows it.`,
      'service-control': ({ level }) =>
        `no service control policy at ${level} allows it, and every level from the root down to the account must.`,
      endpoint: () =>
        'the policy of the VPC endpoint does not allow it, and the request came through that endpoint.',
      identity: ({ who, what, on }) =>
        `no policy of ${who} allows ${what} on ${on}, and what nothing allows is denied.`,
      boundary: ({ policies }) =>
        `a policy allows it, but the permissions boundary ${policies} does not, and a boundary sets the outer limit.`,
      session: ({ policies }) => `a policy allows it, but the session policy ${policies} does not.`,
      'resource-policy': ({ who, on }) =>
        `${who} would be allowed, but no resource-based policy lets ${who} use ${on}, and here it has to.`,
      outsider: ({ who, on }) =>
        `no resource-based policy lets ${who} use ${on}, and ${who} has no policies of its own here.`,
    },
    because: {
      'always-allowed': ({ what }) => `${what} is always allowed; no policy can take it away.`,
      'owned-by-aws': ({ on }) => `AWS owns ${on}, and nobody else can change it.`,
      'federated-without-session-policy': () =>
        'a federated session has nothing without a session policy, except what a resource-based policy grants to that very session.',
      'public-access-blocked': ({ on }) =>
        `Block Public Access is on: a public policy of ${on} lets in neither anonymous callers nor other accounts.`,
    },
  },
  changes: {
    removeDeny: (statement, policy) => `remove or narrow ${statement} of ${policy}`,
    alsoAllow: ({ what, on }) => `and let something allow ${what} on ${on}: nothing does yet`,
    cover({ element, value, statement, policy }) {
      if (element === 'Condition') return `meet the condition \`${value}\` in ${statement} of ${policy}`
      return element.startsWith('Not')
        ? `take \`${value}\` out of ${element} in ${statement} of ${policy}`
        : `add \`${value}\` to ${element} in ${statement} of ${policy}`
    },
    giveKey: (key, values) =>
      values === ''
        ? `say what \`${key}\` is`
        : `say what \`${key}\` is: the policies compare it with ${values}`,
    open: {
      'resource-control': ({ level }) => `let a resource control policy at ${level} allow it`,
      'service-control': ({ level, what }) => `allow ${what} in a service control policy at ${level}`,
      endpoint: ({ what }) => `allow ${what} in the policy of the VPC endpoint`,
      identity: ({ who, what, on }) => `attach a policy to ${who} that allows ${what} on ${on}`,
      boundary: ({ what, policies }) => `allow ${what} in the permissions boundary ${policies}`,
      session: ({ what, policies }) => `allow ${what} in the session policy ${policies}`,
      'resource-policy': ({ who, what, on }) => `let the policy of ${on} allow ${what} to ${who}`,
      outsider: ({ who, what, on }) => `let the policy of ${on} allow ${what} to ${who}`,
    },
  },
  nobody: 'no policy',
  anonymous: 'an anonymous caller',
  statement: (sid, number) =>
    sid !== undefined
      ? `statement \`${sid}\``
      : number === undefined
        ? 'its statement'
        : `statement ${number}`,
  trustPolicyOf: name => `the trust policy of ${name}`,
  resourcePolicyOf: name => `the policy of ${name}`,
  and: phrases => joined(phrases, 'and'),
  or: phrases => joined(phrases, 'or'),
}
