import { splitArn } from '@iam-canvas/core'
import { keyFacts, matchingActions } from '@iam-canvas/core/lint'
import type { EditorState, Extension } from '@codemirror/state'
import { hoverTooltip, keymap } from '@codemirror/view'
import { operatorWords } from './name-options.ts'
import { type DocPage, pageLink } from './page-link.ts'
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
  if ((element === 'Resource' || element === 'NotResource') && place.role === 'value')
    return explainArn(state, text)
  if (element !== 'Condition' || place.role !== 'name') return undefined
  if (operator === undefined) {
    return {
      title: text,
      lines: [operatorWords(text)],
      page: { href: OPERATORS_PAGE, label: 'Condition operators' },
    }
  }
  return explainKey(state, text)
}

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
  if (text === '*')
    return { title: '*', lines: ['Every resource. Needed by actions that know no resources.'] }
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
  return part
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

/** Says what stands under the pointer. */
export const policyHover: Extension = hoverTooltip(
  async (view, pos) => {
    const string = placeAt(view.state, pos)?.string
    const explained = string && (await explainAt(view.state, pos))
    if (!string || !explained) return null
    return {
      pos: string.from,
      end: string.to,
      above: true,
      create: () => ({ dom: explanationElement(explained, view.state.facet(vocabulary)?.openAction) }),
    }
  },
  { hideOnChange: true },
)

/** F1: the action at the cursor, in the reference. */
export const referenceKey: Extension = keymap.of([
  {
    key: 'F1',
    run(view) {
      const openAction = view.state.facet(vocabulary)?.openAction
      if (!openAction || !placeAt(view.state, view.state.selection.main.head)?.string) return false
      void explainAt(view.state, view.state.selection.main.head).then(
        found => found?.action && openAction(found.action),
      )
      return true
    },
  },
])

function explanationElement(
  { title, lines, rows = [], page, action }: Explained,
  openAction: ((action: string) => void) | undefined,
): HTMLElement {
  const element = document.createElement('div')
  element.className = 'cm-explained'
  const add = (tag: string, text: string, parent: HTMLElement = element) => {
    const child = document.createElement(tag)
    child.textContent = text
    parent.append(child)
    return child
  }
  add('strong', title)
  for (const line of lines) add('p', line)
  if (rows.length > 0) {
    const list = add('dl', '')
    for (const [name, meaning] of rows) {
      add('dt', name, list)
      add('dd', meaning, list)
    }
  }
  if (page) element.append(pageLink(page))
  if (action && openAction) {
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = 'Open in the reference'
    button.addEventListener('click', () => openAction(action))
    element.append(button)
  }
  return element
}
