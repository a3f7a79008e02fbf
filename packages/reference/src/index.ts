/** The public names of `reference`, listed by hand. */
export { accessLevelOf, wildcardOnly } from './actions.ts'
export { actionsFor, resourceKindOf, type ResourceKind } from './resource-kinds.ts'
export {
  type MadeResource,
  type NewResource,
  type ResourceTemplate,
  resourceTemplates,
} from './resource-templates.ts'
export type { AccessLevel } from './service.ts'
export { serviceLabel } from './services.ts'
