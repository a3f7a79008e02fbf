import { ownPermissionRules } from './own-permissions.ts'
import { otherPrincipalRules } from './other-principals.ts'
import { passRoleRules } from './pass-role.ts'
import type { EscalationRule } from './rule.ts'

/** Every way up that is looked for. */
export const ESCALATION_RULES: readonly EscalationRule[] = [
  ...ownPermissionRules,
  ...otherPrincipalRules,
  ...passRoleRules,
]
