/** The linter: an entry of its own, since deciding access needs none of it. */
export { CHECK_GROUPS, CHECKS } from './checks.ts'
export {
  type Check,
  type CheckWords,
  type LintFinding,
  type LintSeverity,
  type QuickFix,
  SEVERITIES,
  type TextEdit,
} from './finding.ts'
export { lint, lintInSteps, type LintOptions } from './lint.ts'
export { matchingActions, type MatchedActions } from './matching-actions.ts'
export { globalKey, globalKeyFacts } from './global-keys.ts'
export { carriedBy, keyFacts } from './key-facts.ts'
export { OPERATOR_NAMES as CONDITION_OPERATORS } from '../access/operators.ts'
export { formatEdits } from './format.ts'
export { formsNamedBy, formsOf } from './resource-types.ts'
export {
  type AccessLevel,
  type ActionFacts,
  type ConditionKeyFacts,
  noReference,
  type ResourceTypeFacts,
  type ServiceEntry,
  type ServiceReference,
} from './service-reference.ts'
export type { Standing } from './subject.ts'
export { minimalEdit, withEdits } from './text-edit.ts'
export { lintModel, MODEL_CHECKS, placeOfDocument } from './lint-model.ts'
export type { ModelCheck, ModelFinding } from './model-finding.ts'
export {
  addCondition,
  addConditionValue,
  changeCondition,
  type ChangedCondition,
  changeValue,
  conditionOf,
  removeCondition,
  removeConditionValue,
} from './condition-edits.ts'
export { addPrincipal, changePrincipal, removePrincipal, setPrincipalNot } from './principal-edits.ts'
export {
  addValues,
  appendStatement,
  type Edits,
  removeStatement,
  removeValues,
  setEffect,
  setSid,
} from './statement-edits.ts'
