import type { Located } from '../policy/document.ts'
import { matchesWildcard, type Wildcard, wildcard } from '../wildcard.ts'
import type { Request } from './request.ts'

/** One value of Action or NotAction. `undefined` where it can match nothing. [M1] */
export interface CompiledAction extends Located {
  readonly everything: boolean
  readonly service: string
  readonly name: Wildcard | undefined
  readonly note: string | undefined
}

export function compileAction({ text, at }: Located): CompiledAction {
  const none = { at, text, everything: false, service: '', name: undefined }
  // `*:*` is what people write for `*`. [X8]
  if (text === '*' || text === '*:*') {
    return { ...none, everything: true, note: text === '*:*' ? 'star-colon-star' : undefined }
  }
  if (/\s/.test(text)) return { ...none, note: 'action-with-blank' }
  const colon = text.indexOf(':')
  // Only the whole may be a bare pattern: `*Object` names no service.
  if (colon < 0) return { ...none, note: 'action-without-service' }
  const service = text.slice(0, colon).toLowerCase()
  if (service.includes('*') || service.includes('?')) return { ...none, note: 'wildcard-in-service' }
  return {
    at,
    text,
    everything: false,
    service,
    name: wildcard(text.slice(colon + 1).toLowerCase()),
    note: undefined,
  }
}

/** Prefix and name are compared without case, wildcards only in the name. [M1] */
export function actionMatches(
  action: CompiledAction,
  { service, actionName }: Pick<Request, 'service' | 'actionName'>,
): boolean {
  if (action.everything) return true
  return action.service === service && action.name !== undefined && matchesWildcard(action.name, actionName)
}
