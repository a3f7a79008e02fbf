/**
 * Questions that are several: a call that needs more than one permission, and what a principal reaches by becoming a
 * role. An entry of its own, since whoever asks one question needs neither.
 */
export {
  assumableRoles,
  type AssumableRole,
  type AssumeRoleHop,
  type AssumeRoleOptions,
} from './access/assume-roles.ts'
export { dependentActions, type DependentAction } from './access/dependent-actions.ts'
export { explainCall, type CallExplanation, type CallQuestion } from './explanation/explain-call.ts'
export { explainThroughRoles, type ThroughRole } from './explanation/explain-through-roles.ts'
