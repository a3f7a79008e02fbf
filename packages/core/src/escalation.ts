/** Ways to more permissions than one was given: an entry of its own, since whoever only decides does not need it. */
export { ESCALATION_RULES } from './escalation/catalogue.ts'
export type { EscalationRule, Gain, Need, Way } from './escalation/rule.ts'
export {
  type EscalationHop,
  type EscalationPath,
  type EscalationOptions,
  escalationPaths,
} from './escalation/paths.ts'
