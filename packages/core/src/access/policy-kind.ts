/** Which set a policy is in: a few rules of the language differ by it. */
export type PolicyKind =
  | 'identity'
  | 'boundary'
  | 'session'
  | 'resource'
  | 'trust'
  | 'endpoint'
  | 'service-control'
  | 'resource-control'
