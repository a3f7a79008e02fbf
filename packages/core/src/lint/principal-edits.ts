import type { ParsedPolicy, PrincipalType, PrincipalValue, Statement } from '../policy/document.ts'
import type { Edits } from './statement-edits.ts'
import {
  addAfter,
  addFirst,
  addValue,
  inOrder,
  removeItems,
  removePlace,
  renameProperty,
  replaceValue,
} from './text-edit.ts'

/** Edits of whom a statement is about; as in `statement-edits.ts`, `undefined` where there is nothing to do. */

/** Everyone, `*` of the type AWS, may also stand alone, without a type. */
const typeOf = ({ type }: PrincipalValue): PrincipalType => (type === '*' ? 'AWS' : type)

const valueOf = ({ principal }: Statement, type: PrincipalType, text: string) =>
  principal?.values.find(value => typeOf(value) === type && value.text === text)

const standsAlone = ({ text, rangeOf }: ParsedPolicy, at: string): boolean =>
  text[rangeOf(at)?.from ?? text.length] === '"'

/** One more principal, under its type. A statement without any gets `Principal`. */
export function addPrincipal(
  parsed: ParsedPolicy,
  statement: Statement,
  type: PrincipalType,
  text: string,
): Edits {
  const { principal } = statement
  if (!principal) {
    return addAfter(parsed, `${statement.at}/Effect`, 'Principal', principalAlone(type, text))
  }
  if (valueOf(statement, type, text)) return undefined
  const { at, values } = principal
  const range = parsed.rangeOf(at)
  if (range && standsAlone(parsed, at)) {
    const json = JSON.stringify(text)
    const around = type === 'AWS' ? ['{"AWS": [', `, ${json}]}`] : ['{"AWS": ', `, "${type}": ${json}}`]
    return [
      { from: range.from, to: range.from, insert: around[0] ?? '' },
      { from: range.to, to: range.to, insert: around[1] ?? '' },
    ]
  }
  if (parsed.rangeOf(`${at}/${type}`)) return addValue(parsed, `${at}/${type}`, text)
  const last = values.at(-1)
  return last ? addAfter(parsed, `${at}/${last.type}`, type, text) : addFirst(parsed, at, type, text)
}

const principalAlone = (type: PrincipalType, text: string) =>
  type === 'AWS' && text === '*' ? text : { [type]: text }

/** Takes a principal out, with its type where it is the only one of it. Never the last: nobody would be meant. */
export function removePrincipal(
  parsed: ParsedPolicy,
  { principal }: Statement,
  value: PrincipalValue,
): Edits {
  if (!principal || principal.values.length < 2) return undefined
  const ofType = principal.values.filter(({ type }) => type === value.type)
  if (ofType.length < 2) return removePlace(parsed, `${principal.at}/${value.type}`)
  return removeItems(
    parsed,
    ofType.map(({ at }) => at),
    new Set([value.at]),
  )
}

/** Another principal in the place of one. `undefined` also where that is there already. */
export function changePrincipal(
  parsed: ParsedPolicy,
  statement: Statement,
  value: PrincipalValue,
  type: PrincipalType,
  text: string,
): Edits {
  const { principal } = statement
  if (!principal || valueOf(statement, type, text)) return undefined
  const { at } = principal
  if (standsAlone(parsed, at)) return replaceValue(parsed, at, principalAlone(type, text))
  if (type === typeOf(value)) return replaceValue(parsed, value.at, text)
  const alone = principal.values.every(other => other === value || other.type !== value.type)
  if (alone && !parsed.rangeOf(`${at}/${type}`)) {
    const renamed = renameProperty(parsed, `${at}/${value.type}`, type) ?? []
    return [...renamed, ...(replaceValue(parsed, value.at, text) ?? [])]
  }
  const out = removePrincipal(parsed, statement, value)
  const put = addPrincipal(parsed, statement, type, text)
  return out && put && inOrder(...out, ...put)
}

/** Whether the statement is about these principals, or about everyone but these. */
export const setPrincipalNot = (parsed: ParsedPolicy, { principal }: Statement, not: boolean): Edits =>
  principal && principal.not !== not
    ? renameProperty(parsed, principal.at, not ? 'NotPrincipal' : 'Principal')
    : undefined
