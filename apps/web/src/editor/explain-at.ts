import { splitArn } from '@iam-canvas/core'
import { keyFacts, matchingActions } from '@iam-canvas/core/lint'
import type { EditorState } from '@codemirror/state'
import { operatorWords } from './name-options.ts'
import type { DocPage } from './page-link.ts'
import { placeAt } from './place-at.ts'
import { servicesOf } from './services-of.ts'
import { statementAt } from './statement-at.ts'
import { levelsOf } from './value-options.ts'
import { vocabulary } from './vocabulary.ts'

/** What there is to know about a word of a policy: rows of a name and what it means, and where to read on. */
export interface Explained {
  readonly title: string
  readonly lines: readonly string[]
  readonly rows?: readonly (readonly [name: string, meaning: string])[]
  readonly page?: DocPage
  /** An action that the reference has a page of. */
  readonly action?: string
}

const KEYS_PAGE = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html'
const PRINCIPALS_PAGE =
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html'
const OPERATORS_PAGE =
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html'

/** Explains the text at a position; `undefined` where there is nothing to say. */
export async function explainAt(state: EditorState, at: number): Promise<Explained | undefined> {
  const place = placeAt(state, at)
  if (!place?.string) return undefined
  const found = statementAt(state, place)
  const text = state.sliceDoc(place.string.from, place.string.to)
  const [element, operator] = found?.rest ?? []
  if (element === 'Action' || element === 'NotAction') return explainAction(state, text)
  if (place.role === 'value') {
    if (element === 'Resource' || element === 'NotResource') return explainResource(state, text)
    if (element === 'Principal' || element === 'NotPrincipal') return explainPrincipal(state, text)
    if (element === 'Condition' && typeof operator === 'string') return explainValue(state, text, operator)
    return undefined
  }
  if (element !== 'Condition') return undefined
  return operator === undefined ? explainOperator(text, text) : explainKey(state, text)
}

const explainOperator = (title: string, operator: string): Explained => ({
  title,
  lines: [title === operator ? operatorWords(operator) : `${operator}: ${operatorWords(operator)}`],
  page: { href: OPERATORS_PAGE, label: 'Condition operators' },
})

/** A value that a condition compares with: how that is done, and for an ARN its parts. */
async function explainValue(state: EditorState, text: string, operator: string): Promise<Explained> {
  const compared = explainOperator(text, operator)
  const arn = await explainArn(state, text)
  return arn ? { ...arn, lines: [...compared.lines, ...arn.lines] } : compared
}

async function explainPrincipal(state: EditorState, text: string): Promise<Explained | undefined> {
  const page = { href: PRINCIPALS_PAGE, label: 'Principals' }
  if (text === '*') return { title: '*', lines: ['Everyone, also without an AWS account.'], page }
  if (/^\d{12}$/.test(text)) {
    return { title: text, lines: ['The account: whoever it gives permission to in its own policies.'], page }
  }
  if (/\.amazonaws\.com(?:\.cn)?$/.test(text))
    return { title: text, lines: ['An AWS service, acting by itself.'], page }
  const arn = await explainArn(state, text)
  return arn && { ...arn, page }
}

const explainResource = async (state: EditorState, text: string): Promise<Explained | undefined> =>
  text === '*'
    ? { title: '*', lines: ['Every resource. Needed by actions that know no resources.'] }
    : explainArn(state, text)

const mostListed = 8

async function explainAction(state: EditorState, text: string): Promise<Explained | undefined> {
  const words = state.facet(vocabulary)
  const prefix = /^([\w-]+):/.exec(text)?.[1]?.toLowerCase()
  if (text === '*') return { title: '*', lines: ['Every action of every service.'] }
  const service = prefix === undefined ? undefined : await words?.service(prefix)
  if (!words || !service) return undefined
  const page = { href: words.pages.service(service.name), label: `${service.name}: all actions` }
  const reference = { prefixes: undefined, service: () => service }
  const actions = matchingActions(reference, text)?.actions ?? []
  const [only] = actions
  if (!only) return { title: text, lines: [`No action of ${service.name} matches this.`], page }
  if (!/[*?]/.test(text)) {
    const asked =
      only.resourceTypes.length > 0
        ? `Asked of: ${only.resourceTypes.join(', ')}.`
        : 'Knows no resources: asked of * alone.'
    return {
      title: text,
      lines: [...(only.description ? [`${only.description}.`] : []), `${only.level}. ${asked}`],
      page: { href: words.pages.action(service.name, only.name), label: `${only.name} in AWS’s reference` },
      action: `${service.prefix}:${only.name}`,
    }
  }
  const listed = actions.slice(0, mostListed).map(({ name, level }) => [name, level] as const)
  const more = actions.length - listed.length
  return {
    title: text,
    lines: [
      `${actions.length} ${actions.length === 1 ? 'action' : 'actions'} of ${service.name}: ${levelsOf(actions)}.`,
    ],
    rows: more > 0 ? [...listed, [`and ${more} more`, '']] : listed,
    page,
    action: text,
  }
}

const PARTS = ['', 'Partition', 'Service', 'Region', 'Account', 'Resource'] as const

async function explainArn(state: EditorState, text: string): Promise<Explained | undefined> {
  const parts = splitArn(text)
  if (parts[0]?.toLowerCase() !== 'arn' || parts.length < 3) return undefined
  const words = state.facet(vocabulary)
  const type = await words?.typeOf(text)
  return {
    title: 'ARN',
    lines: type ? [`A ${type.type} of ${type.service}.`] : [],
    rows: parts.slice(1).map((part, index) => [PARTS[index + 1] ?? '', partWords(part, index + 1)] as const),
    page:
      words && type
        ? { href: words.pages.type(type.service, type.type), label: `${type.service}: ${type.type}` }
        : { href: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html', label: 'ARNs' },
  }
}

function partWords(part: string, index: number): string {
  if (part === '*') return '* (any)'
  if (part === '') return index === 3 ? 'none: the service has no Region here' : 'none'
  if (part.includes('${')) return `${part} (filled in from the request)`
  return /[*?]/.test(part) ? `${part} (* is any text${part.includes('?') ? ', ? one character' : ''})` : part
}

async function explainKey(state: EditorState, key: string): Promise<Explained | undefined> {
  const words = state.facet(vocabulary)
  const services = await servicesOf(undefined, words, key)
  const facts = keyFacts(
    { prefixes: undefined, service: prefix => services.find(entry => entry.prefix === prefix) },
    key,
  )
  if (!facts) return undefined
  if (facts === 'unknown') return { title: key, lines: ['There is no such condition key.'] }
  const [service] = services
  return {
    title: key,
    lines: [...(facts.description ? [`${facts.description}.`] : []), `Type: ${facts.type}.`],
    page:
      words && service
        ? { href: words.pages.key(service.name, facts.key), label: `${key} in AWS’s documentation` }
        : { href: words?.pages.key('', key) ?? KEYS_PAGE, label: 'Global condition keys' },
  }
}
