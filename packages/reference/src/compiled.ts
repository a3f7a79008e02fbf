import sources from '../generated/sources.json'
import type { SourcesFile } from './files.ts'

/** The public names of the compiled reference, which is fetched file by file and is no part of the first load. */
export {
  actionPage,
  globalKeysPage,
  keyPage,
  managedPolicyPage,
  policyGuide,
  servicePage,
  typePage,
} from './doc-pages.ts'
export type {
  ActionsFile,
  GrantsFile,
  PoliciesFile,
  PolicyFile,
  ServiceFile,
  ServicesFile,
  Source,
  VersionRow,
  WordsFile,
} from './files.ts'
export {
  allowsSentence,
  grantingPolicies,
  type ListedService,
  type ManagedPolicy,
  readPolicies,
  readServices,
} from './managed-policies.ts'
export type { AccessLevel } from './service.ts'
export { serviceFacts } from './service-facts.ts'
export {
  actionIn,
  actionsOfArn,
  arnServicesOf,
  type ConditionKey,
  keysOfAction,
  levelOfLetter,
  readService,
  type ReferenceAction,
  type ReferenceType,
  type ServiceReference,
  typeOfArn,
} from './service-reference.ts'

export { successorOf } from './retired-policies.ts'

/** Which data this is, and where it comes from. */
export const referenceSources: SourcesFile = sources
