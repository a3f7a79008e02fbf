import { type Policy, type Statement, parsedPolicy } from '@iam-canvas/core'
import { policy as measure } from './sizes.ts'

export interface PolicySentence {
  readonly effect: 'Allow' | 'Deny'
  readonly text: string
  readonly lines: 1 | 2
}

export interface PolicySummary {
  readonly sentences: readonly PolicySentence[]
  readonly more: number
  readonly height: number
}

const charactersPerLine = 26
const cache = new WeakMap<Policy, PolicySummary>()

/** A policy as at most three short sentences, "get, query, scan on GameOutcome", and the height they take. */
export function summarizePolicy(policy: Policy): PolicySummary {
  const known = cache.get(policy)
  if (known) return known
  const summary = summaryOf(policy)
  cache.set(policy, summary)
  return summary
}

function summaryOf(policy: Policy): PolicySummary {
  if (policy.text === undefined) return withHeight([], 0)
  const { document } = parsedPolicy(policy.text)
  const sentences = document.statements.slice(0, measure.mostSentences).map(sentenceOf)
  return withHeight(sentences, document.statements.length - sentences.length)
}

function withHeight(sentences: readonly PolicySentence[], more: number): PolicySummary {
  const lines = Math.max(
    1,
    sentences.reduce((sum, sentence) => sum + sentence.lines, more > 0 ? 1 : 0),
  )
  return { sentences, more, height: measure.header + lines * measure.line + measure.footer }
}

function sentenceOf(statement: Statement): PolicySentence {
  const condition = statement.conditions.length > 0 ? ', under a condition' : ''
  const text = statement.evaluable
    ? `${actionWords(statement)}${resourceWords(statement)}${condition}`
    : 'a statement that is not complete'
  return { effect: statement.effect, text, lines: text.length > charactersPerLine ? 2 : 1 }
}

function actionWords({ action }: Statement): string {
  if (!action) return 'nothing'
  const patterns = action.values.map(value => value.text)
  const [first = ''] = patterns
  if (patterns.length === 1 && (first === '*' || first === '*:*'))
    return action.not ? 'nothing' : 'everything'
  const words = [...new Set(patterns.map(verb))]
  const listed =
    words.length > 4 ? `${words.slice(0, 3).join(', ')} and ${words.length - 3} more` : words.join(', ')
  return action.not ? `all but ${listed}` : listed
}

/** `dynamodb:BatchGetItem` → "batch get", `s3:Delete*` → "delete*", `s3:*` → "everything in s3". */
function verb(pattern: string): string {
  const [service = '', name = ''] = pattern.includes(':') ? pattern.split(/:(.*)/s) : ['', pattern]
  if (name === '*') return `everything in ${service}`
  const words = name.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').split(' ')
  const noun = /^(?:item|items|object|objects|message|table|bucket|function|secret|parameter|value)\*?$/i
  if (words.length > 1 && noun.test(words.at(-1) ?? '')) words.pop()
  return words.join(' ').toLowerCase()
}

function resourceWords({ resource }: Statement): string {
  if (!resource) return ''
  const names = [...new Set(resource.values.map(value => shortResource(value.text)))]
  const [only] = names
  if (names.length === 1 && only === '*') return resource.not ? ' on nothing' : ' on anything'
  const listed =
    names.length > 2 ? `${names.slice(0, 2).join(', ')} and ${names.length - 2} more` : names.join(', ')
  return resource.not ? ` on all but ${listed}` : ` on ${listed}`
}

/** The part of an ARN that a person would say: `GameOutcome`, `releases/*`. */
export function shortResource(arn: string): string {
  if (!arn.startsWith('arn:')) return arn
  const rest = arn.split(':').slice(5).join(':')
  const named =
    /^(?:table|function|secret|parameter|key|role|user|log-group|stream|topic|queue)[/:](.+)$/.exec(rest)
  return named?.[1] ?? (rest === '' ? arn : rest)
}
