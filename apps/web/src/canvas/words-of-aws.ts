import { type ContextValues, type Decision, explain, type Model } from '@iam-canvas/core'
import { type AccessLevel, accessLevelOf, resourceKindOf } from '@iam-canvas/reference'
import { type AccessLine, type Asked, isWhole } from './access-lines.ts'
import { count } from './node-names.ts'
import { useWords } from './words-to-come.ts'
import { capitalized } from '../ui/capitalized.ts'

const shortLevel: Readonly<Record<string, string>> = { 'Permissions management': 'Permissions' }
const levels = ['List', 'Read', 'Write', 'Tagging', 'Permissions management'] as const

const wholeWords: Readonly<Record<Decision, string>> = {
  Allow: 'Full access',
  ExplicitDeny: 'Everything',
  ImplicitDeny: 'No access',
  DependsOnContext: 'Everything',
}

const mostLevels = 2

/**
 * The words on a line: the action if there is one, or else the access levels, first those that are meant in full, then
 * those of which it is only a part: "Read, some Write", "List, some Read + 2".
 */
export function lineLabel(line: AccessLine): string {
  const [only] = line.asks
  if (isWhole(line) && line.asks.length > 1) return wholeWords[line.decision]
  if (line.asks.length === 1 && only) return actionName(only.action)
  const found = countByLevel(line.asks)
  if (found.has(undefined)) return count(line.asks.length, 'action')
  const all = countByLevel(line.among)
  const inFull = (level: AccessLevel) => found.get(level) === all.get(level)
  const named = levels.filter(level => found.has(level))
  const told = [...named.filter(inFull), ...named.filter(level => !inFull(level))].slice(0, mostLevels)
  const firstPart = told.findIndex(level => !inFull(level))
  const words = told.map(
    (level, index) => (index === firstPart ? 'some ' : '') + (shortLevel[level] ?? level),
  )
  const more = named.length - told.length
  return capitalized(words.join(', ')) + (more > 0 ? ` + ${more}` : '')
}

function countByLevel(asks: readonly Asked[]): ReadonlyMap<AccessLevel | undefined, number> {
  const counts = new Map<AccessLevel | undefined, number>()
  for (const { action } of asks) {
    const level = accessLevelOf(action)
    counts.set(level, (counts.get(level) ?? 0) + 1)
  }
  return counts
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
