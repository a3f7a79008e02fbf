import type { AssumeRoleHop, Model } from '@iam-canvas/core'

/** The roles of a path, in order: "deploy → release". */
export const pathWords = (model: Model, path: readonly AssumeRoleHop[]): string =>
  path.map(({ role }) => model.roles[role]?.name ?? role).join(' → ')
