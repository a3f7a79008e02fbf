/** The public names of `core`, listed by hand. */
export type * from './access/trace.ts'
export type * from './model/records.ts'
export type * from './policy/document.ts'
export { apply, COMMAND_TYPES, type Applied } from './model/apply.ts'
export { applyDiff } from './model/apply-diff.ts'
export {
  COLLECTIONS,
  collectionOf,
  entityById,
  kindOfId,
  recordIn,
  recordsIn,
  type Collection,
  type IdOf,
  type RecordOf,
} from './model/collections.ts'
export type * from './model/commands.ts'
export { invertDiff, type Change, type Diff, type RecordChange } from './model/diff.ts'
export { documentById, documentsOf, type ModelDocument } from './model/documents.ts'
export { emptyModel, EXAMPLE_ACCOUNT } from './model/empty-model.ts'
export { arnOf, entityByArn, partitionOf } from './model/entity-arn.ts'
export { freeId, freeName } from './model/free-name.ts'
export { FULL_AWS_ACCESS } from './model/full-aws-access.ts'
export type * from './model/identity-commands.ts'
export { accountsIn, childOus, membersOf, runningAs, usesOf, type PolicyUses } from './model/indexes.ts'
export type * from './model/organization-commands.ts'
export type { Problem, ProblemCode } from './model/problem.ts'
export type * from './model/resource-commands.ts'
export {
  authorize,
  type AuthorizeInput,
  type AuthorizeResult,
  type Policy as FlatPolicy,
  type PolicyLevel,
} from './access/authorize.ts'
export type { AskedTarget, CellTarget } from './access/cells.ts'
export { compareAccess, countAnswersIn, type AccessChange } from './access/compare.ts'
export type { PolicyKind } from './access/policy-kind.ts'
export type { ContextValues } from './access/context.ts'
export { contextKeysOf } from './access/context-keys.ts'
export { checkPolicy } from './access/check-policy.ts'
export { decide } from './access/decide.ts'
export type { AccessMatrix, MatrixQuestion, Row } from './access/matrix.ts'
export type { AccessQuestion } from './access/question.ts'
export type { RequestInput, ServiceFacts } from './access/request.ts'
export { parseArn, printArn, splitArn, type Arn } from './arn.ts'
export { explain } from './explanation/explain.ts'
export { highlightsFor, type Mark } from './explanation/highlights.ts'
export { nearMisses } from './explanation/near-miss.ts'
export { parsePolicy } from './policy/parse.ts'
export { parsedPolicy } from './policy/parsed-policy.ts'
