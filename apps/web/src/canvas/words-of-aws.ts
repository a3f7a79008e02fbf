import { type ContextValues, type Decision, explain, type Model } from '@iam-canvas/core'
import { accessLevelOf, resourceKindOf } from '@iam-canvas/reference'
import type { AccessLine } from './access-lines.ts'
import { count } from './node-names.ts'
import { useWords } from './words-to-come.ts'

const shortLevel: Readonly<Record<string, string>> = { 'Permissions management': 'Permissions' }
const levels = ['List', 'Read', 'Write', 'Tagging', 'Permissions management'] as const

const wholeWords: Readonly<Record<Decision, string>> = {
  Allow: 'Full access',
  ExplicitDeny: 'Everything',
  ImplicitDeny: 'No access',
  DependsOnContext: 'Everything',
}

const mostLevels = 2

/** The words on a line: the action if there is one, or else the access levels: "Read, Write", "List, Read + 3". */
export function lineLabel(line: AccessLine): string {
  const [only] = line.asks
  if (line.whole && line.asks.length > 1) return wholeWords[line.decision]
  if (line.asks.length === 1 && only) return actionName(only.action)
  const found = new Set(line.asks.map(({ action }) => accessLevelOf(action)))
  if (found.has(undefined)) return count(line.asks.length, 'action')
  const named = levels.filter(level => found.has(level)).map(level => shortLevel[level] ?? level)
  const more = named.length - mostLevels
  return more > 0 ? `${named.slice(0, mostLevels).join(', ')} + ${more}` : named.join(', ')
}

export const actionName = (action: string) => action.slice(action.indexOf(':') + 1)

const mostKeysNamed = 1

/** What an undecided line hangs on: "needs aws:SourceArn". */
function neededKeys(model: Model, line: AccessLine, context: ContextValues): string {
  const [first] = line.asks
  if (!first) return lineLabel(line)
  const { dependsOn } = explain(model, {
    principal: line.principal,
    action: first.action,
    resource: first.target,
    context,
  })
  const [key] = dependsOn
  if (!key) return lineLabel(line)
  const more = dependsOn.length - mostKeysNamed
  return `needs ${key.key}${more > 0 ? ` + ${more}` : ''}`
}

useWords.setState({
  ofLine: (line, model, context) =>
    line.decision === 'DependsOnContext' ? neededKeys(model, line, context) : lineLabel(line),
  ofResource: arn => resourceKindOf(arn)?.label,
})
