import { actionChecks } from './action-checks.ts'
import { actionResourceChecks } from './action-resource-checks.ts'
import { arnChecks } from './arn-checks.ts'
import { conditionChecks } from './condition-checks.ts'
import { controlChecks } from './control-checks.ts'
import type { Check } from './finding.ts'
import { keyChecks } from './key-checks.ts'
import { networkChecks } from './network-checks.ts'
import { placeChecks } from './place-checks.ts'
import { principalChecks } from './principal-checks.ts'
import { riskChecks } from './risk-checks.ts'
import { sizeChecks } from './size-checks.ts'
import { statementChecks } from './statement-checks.ts'
import { textChecks } from './text-checks.ts'
import { trustChecks } from './trust-checks.ts'
import { valueChecks } from './value-checks.ts'
import { variableChecks } from './variable-checks.ts'

/** Every check of a policy text, by what it is about. */
export const CHECK_GROUPS: readonly { readonly title: string; readonly checks: readonly Check[] }[] = [
  { title: 'The text', checks: textChecks },
  { title: 'Elements and principals', checks: placeChecks },
  { title: 'Values', checks: valueChecks },
  { title: 'Statements', checks: statementChecks },
  { title: 'Actions and lists', checks: actionChecks },
  { title: 'Actions and resources together', checks: actionResourceChecks },
  { title: 'ARNs', checks: arnChecks },
  { title: 'Policy variables', checks: variableChecks },
  { title: 'Condition keys', checks: keyChecks },
  { title: 'Conditions', checks: conditionChecks },
  { title: 'Networks and Regions', checks: networkChecks },
  { title: 'More than is meant', checks: riskChecks },
  { title: 'Resource-based policies', checks: principalChecks },
  { title: 'Trust policies', checks: trustChecks },
  { title: 'Policies of an organization', checks: controlChecks },
  { title: 'Size', checks: sizeChecks },
]

export const CHECKS: readonly Check[] = CHECK_GROUPS.flatMap(({ checks }) => checks)
