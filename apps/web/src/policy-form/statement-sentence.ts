import type { ElementOf, Located, Statement } from '@iam-canvas/core'
import { serviceLabel } from '@iam-canvas/reference'
import { shortResource } from '../canvas/policy-sentences.ts'

/** A statement as a sentence for people; what stands in backticks is a name or a piece of policy. */
export function statementSentence(statement: Statement): string {
  if (!statement.evaluable) return 'This statement is not complete.'
  const { effect, principal, action, resource, conditions } = statement
  const verb = effect === 'Allow' ? 'Allows' : 'Denies'
  const who = principal
    ? ` ${principal.not ? 'everyone but ' : ''}${listed(principal.values.map(({ text }) => (text === '*' ? 'everyone' : `\`${shortPrincipal(text)}\``)))}`
    : ''
  const what = actionWords(action)
  const where = resource ? ` on ${resourceWords(resource)}` : ''
  const when = conditions.map(
    ({ operator, key, values }) =>
      `\`${key}\`${operatorWords(operator)} ${listed(
        values.map(({ text }) => `\`${text}\``),
        'or',
      )}`,
  )
  return `${verb}${who} ${what}${where}${when.length > 0 ? `, when ${listed(when)}` : ''}.`
}

const most = 6

function listed(parts: readonly string[], word = 'and'): string {
  const shown = parts.length > most ? [...parts.slice(0, most - 1), `${parts.length - most + 1} more`] : parts
  if (shown.length < 2) return shown[0] ?? 'nothing'
  return `${shown.slice(0, -1).join(', ')} ${word} ${shown.at(-1)}`
}

function actionWords(action: ElementOf<Located> | undefined): string {
  const texts = action?.values.map(({ text }) => text) ?? []
  if (texts.includes('*')) return action?.not ? 'nothing' : 'every action'
  const names = texts.map(text => {
    const service = /^([\w-]+):\*$/.exec(text)?.[1]
    return service ? `everything in ${serviceLabel(service)}` : `\`${text}\``
  })
  return action?.not ? `every action but ${listed(names)}` : listed(names)
}

function resourceWords(resource: ElementOf<Located>): string {
  const texts = resource.values.map(({ text }) => text)
  if (texts.includes('*')) return resource.not ? 'nothing' : 'every resource'
  const names = listed(texts.map(text => `\`${shortResource(text)}\``))
  return resource.not ? `everything but ${names}` : names
}

const shortPrincipal = (text: string): string =>
  text.endsWith(':root') ? `account ${text.split(':')[4]}` : text.replace(/^arn:[^:]*:(?:iam|sts)::\d*:/, '')

function operatorWords(name: string): string {
  const optional = name.endsWith('IfExists') ? ', if it is there,' : ''
  const base = name.replace(/IfExists$/, '').replace(/^For(?:Any|All)Values?:/, '')
  const set = name.startsWith('ForAllValues')
    ? ' in every value'
    : name.startsWith('ForAnyValue')
      ? ' in some value'
      : ''
  return `${set}${optional} ${WORDS[base] ?? base}`
}

const WORDS: Readonly<Record<string, string>> = {
  StringEquals: 'is',
  StringNotEquals: 'is not',
  StringEqualsIgnoreCase: 'is',
  StringNotEqualsIgnoreCase: 'is not',
  StringLike: 'is like',
  StringNotLike: 'is not like',
  Bool: 'is',
  Null: 'is missing:',
  IpAddress: 'is in',
  NotIpAddress: 'is not in',
  ArnEquals: 'is',
  ArnLike: 'is like',
  ArnNotEquals: 'is not',
  ArnNotLike: 'is not like',
  NumericEquals: 'is',
  NumericNotEquals: 'is not',
  NumericLessThan: 'is less than',
  NumericLessThanEquals: 'is at most',
  NumericGreaterThan: 'is more than',
  NumericGreaterThanEquals: 'is at least',
  DateLessThan: 'is before',
  DateGreaterThan: 'is after',
}
