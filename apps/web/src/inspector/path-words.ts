import type { Model } from '@iam-canvas/core'
import type { AssumeRoleHop } from '@iam-canvas/core/beyond'

/** The roles of a path, in order: "deploy → release". */
export const pathWords = (model: Model, path: readonly AssumeRoleHop[]): string =>
  path.map(({ role }) => model.roles[role]?.name ?? role).join(' → ')
