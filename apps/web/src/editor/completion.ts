import { keyFacts } from '@iam-canvas/core/lint'
import {
  autocompletion,
  type Completion,
  type CompletionContext,
  completionKeymap,
  type CompletionResult,
  pickedCompletion,
  startCompletion,
} from '@codemirror/autocomplete'
import { EditorSelection, type Extension } from '@codemirror/state'
import { type EditorView, keymap } from '@codemirror/view'
import {
  documentNames,
  keyNames,
  type NameCompletion,
  operatorNames,
  principalNames,
  statementNames,
} from './name-options.ts'
import { type Place, placeAt } from './place-at.ts'
import { servicesOf } from './services-of.ts'
import { statementAt } from './statement-at.ts'
import {
  actionValues,
  conditionValues,
  principalValues,
  resourceValues,
  serviceValues,
  variableValues,
} from './value-options.ts'
import { vocabulary, type Vocabulary } from './vocabulary.ts'

/** Offers what can stand at the cursor. Exported for tests. */
export async function completeAt(context: CompletionContext): Promise<CompletionResult | null> {
  const place = placeAt(context.state, context.pos)
  if (!place || (!place.string && !context.explicit)) return null
  const words = context.state.facet(vocabulary)
  const options =
    place.role === 'name'
      ? (await namesAt(context, place, words)).map(option => withValue(option, place))
      : (await valuesAt(context, place, words)).map(option => inQuotes(option, place))
  if (options.length === 0) return null
  const from = place.string ? place.string.from : context.pos
  // A variable begins in the middle of a text.
  const open = place.string && context.state.sliceDoc(from, context.pos).lastIndexOf('${')
  const variable =
    open !== undefined && open >= 0 && !context.state.sliceDoc(from + open, context.pos).includes('}')
  if (variable) return { from: from + open, options: [...variableValues()], validFor: /^[^"}]*$/ }
  return { from, options, validFor: /^[^"$]*$/ }
}

async function namesAt(
  { state }: CompletionContext,
  place: Place,
  words: Vocabulary | undefined,
): Promise<readonly NameCompletion[]> {
  if (place.path.length === 0) return documentNames()
  const found = statementAt(state, place)
  if (!found) return []
  const [element, operator] = found.rest
  if (element === undefined) return statementNames(words?.kind)
  if (element === 'Principal' || element === 'NotPrincipal') return principalNames()
  if (element !== 'Condition') return []
  return operator === undefined
    ? operatorNames()
    : keyNames(found.statement, await servicesOf(found.statement, words), words?.pages)
}

async function valuesAt(
  { state, pos }: CompletionContext,
  place: Place,
  words: Vocabulary | undefined,
): Promise<readonly Completion[]> {
  if (place.path[0] === 'Version') return [{ label: '2012-10-17', type: 'constant' }]
  const found = statementAt(state, place)
  if (!found) return []
  const [element, second, third] = found.rest
  switch (element) {
    case 'Effect':
      return ['Allow', 'Deny'].map(label => ({ label, type: 'keyword' }))
    case 'Action':
    case 'NotAction': {
      if (!words) return []
      const typed = place.string ? state.sliceDoc(place.string.from, pos) : ''
      const prefix = /^([\w-]+):/.exec(typed)?.[1]?.toLowerCase()
      if (prefix === undefined) return serviceValues(await words.services())
      const service = await words.service(prefix)
      return service ? actionValues(service, words.pages) : []
    }
    case 'Resource':
    case 'NotResource':
      return words ? resourceValues(found.statement, await servicesOf(found.statement, words), words) : []
    case 'Principal':
    case 'NotPrincipal':
      return words && typeof second === 'string' ? principalValues(second, words) : []
    case 'Condition': {
      if (!words || typeof third !== 'string') return []
      const services = await servicesOf(found.statement, words, third)
      const facts = keyFacts(
        { prefixes: undefined, service: prefix => services.find(entry => entry.prefix === prefix) },
        third,
      )
      return conditionValues(third, facts === 'unknown' ? undefined : facts?.type, words)
    }
    default:
      return []
  }
}

/** A value that is put in where no quotes are yet brings them along; a service goes on to its actions. */
function inQuotes(option: Completion, { string }: Place): Completion {
  return {
    ...option,
    apply(view, completion, from, to) {
      const end = string ? endOfString(view, to) : to
      const text = string ? option.label : `"${option.label}"`
      put(view, completion, from, end, text, from + text.length - (string ? 0 : 1))
      if (option.label.endsWith(':')) startCompletion(view)
    },
  }
}

/** A name brings its colon and a value to fill in, unless they are there. */
function withValue(option: NameCompletion, { string }: Place): Completion {
  const { value, ...completion } = option
  return {
    ...completion,
    apply(view, picked, from, to) {
      const end = string ? endOfString(view, to) : to
      const closed = view.state.sliceDoc(end, end + 1) === '"'
      const after = string && closed ? end + 1 : end
      const has = /^\s*:/.test(view.state.sliceDoc(after, after + 20))
      const open = string ? '' : '"'
      // A tag's name follows the slash that the key ends with.
      const unfinished = option.label.endsWith('/') || has
      const rest = unfinished ? '"' : `": ${value.replace('|', '')}`
      const text = `${open}${option.label}${rest}`
      const cursor = unfinished
        ? from + open.length + option.label.length
        : from + `${open}${option.label}": `.length + value.indexOf('|')
      put(view, picked, from, after, text, cursor)
    },
  }
}

/** The rest of the word in the string is replaced as well. */
function endOfString(view: EditorView, at: number): number {
  const rest = view.state.sliceDoc(at, Math.min(at + 2_048, view.state.doc.length))
  const stop = /["\n]/.exec(rest)
  return stop ? at + stop.index : at
}

function put(
  view: EditorView,
  completion: Completion,
  from: number,
  to: number,
  insert: string,
  cursor: number,
) {
  view.dispatch({
    changes: { from, to, insert },
    selection: EditorSelection.cursor(cursor),
    annotations: pickedCompletion.of(completion),
    userEvent: 'input.complete',
    scrollIntoView: true,
  })
}

/** Completion of what a policy is made of: opens while a text in quotes is typed, and with Control and blank. */
export const policyCompletion: Extension = [
  autocompletion({ override: [completeAt], icons: false, maxRenderedOptions: 60, defaultKeymap: false }),
  keymap.of(completionKeymap),
]
