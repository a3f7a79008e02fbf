import type { Wording } from './wording.ts'

/** One sentence for each code that `note` of a pattern, a condition or an element may hold. */
export const noteMessages: Wording['notes'] = {
  'star-colon-star': '`*:*` means the same as `*`: write `*`.',
  'action-with-blank': 'An action with a blank in it matches nothing.',
  'action-without-service': 'An action is a service prefix, a colon and a name; this one matches nothing.',
  'wildcard-in-service': 'A wildcard in the service prefix matches nothing.',
  'not-an-arn': 'This is no ARN, so it matches nothing.',
  'short-arn': 'This ARN has fewer than six parts; the missing ones count as `*`.',
  'variable-unresolved': 'A policy variable in it has no value in this request, so it matches nothing.',
  'unknown-operator': 'There is no such condition operator, so the statement never matches.',
  'key-absent': 'The request does not carry this key.',
  'multivalued-key': 'A key with several values needs ForAllValues or ForAnyValue before the operator.',
  'no-resource': 'The statement names no Resource, and in this kind of policy it has to.',
  'no-principal': 'A statement of a resource-based policy without a Principal never matches.',
  'not-principal-with-boundary':
    'A Deny with NotPrincipal denies every principal that has a permissions boundary, listed or not.',
}
