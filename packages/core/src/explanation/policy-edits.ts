import type { ParsedPolicy } from '../policy/document.ts'

/**
 * The text with one more value in an Action, Resource or Principal element: a single value becomes a list, a list gets
 * longer, everything else stays byte for byte. `undefined` where the element has no place in the text.
 */
export function withValue({ text, rangeOf }: ParsedPolicy, at: string, value: string): string | undefined {
  const range = rangeOf(at)
  if (!range) return undefined
  const old = text.slice(range.from, range.to)
  const written = JSON.stringify(value)
  if (old.startsWith('"')) return splice(text, range.from, range.to, `[${old}, ${written}]`)
  if (!old.startsWith('[')) return undefined
  const last = lastOf({ rangeOf }, at)
  return last === undefined
    ? splice(text, range.from, range.to, `[${written}]`)
    : splice(text, last, last, `, ${written}`)
}

/**
 * The text with one more statement at the end, set like the one before it; a single statement becomes a list. A text
 * without anything in it becomes a policy. `undefined` for a text that is not complete.
 */
export function withStatement(parsed: ParsedPolicy, statement: object): string | undefined {
  const { text, rangeOf } = parsed
  if (text.trim() === '' || /^\s*\{\s*\}\s*$/.test(text)) {
    return JSON.stringify({ Version: '2012-10-17', Statement: [statement] }, null, 2)
  }
  const range = rangeOf('/Statement')
  if (!range || !parsed.complete) return undefined
  if (text[range.from] === '{') {
    const old = text.slice(range.from, range.to)
    return splice(text, range.from, range.to, `[${old}, ${JSON.stringify(statement)}]`)
  }
  const first = rangeOf('/Statement/0')
  const last = lastOf(parsed, '/Statement')
  const lead = /\n([ \t]*)$/.exec(text.slice(range.from + 1, first?.from ?? range.from + 1))?.[1]
  if (first && lead === undefined) return splice(text, last!, last!, `, ${JSON.stringify(statement)}`)
  const indent = lead ?? '    '
  const written = JSON.stringify(statement, null, 2).replaceAll('\n', `\n${indent}`)
  return first
    ? splice(text, last!, last!, `,\n${indent}${written}`)
    : splice(text, range.from, range.to, `[\n${indent}${written}\n  ]`)
}

/** The text with the principal named as well, under the key of its type. `*` names everyone already. */
export function withPrincipal(parsed: ParsedPolicy, at: string, principal: string): string | undefined {
  const { text, rangeOf } = parsed
  const range = rangeOf(at)
  if (!range || text[range.from] !== '{') return undefined
  const type = principalType(principal)
  if (rangeOf(`${at}/${type}`)) return withValue(parsed, `${at}/${type}`, principal)
  const inside = text.slice(range.from + 1, range.to - 1)
  const member = `${JSON.stringify(type)}: ${JSON.stringify(principal)}`
  const first = range.to - 1 - inside.trimStart().length
  return inside.trim() === ''
    ? splice(text, range.from + 1, range.to - 1, member)
    : splice(text, first, first, `${member}, `)
}

function principalType(principal: string): 'AWS' | 'Service' | 'Federated' {
  if (/:(?:oidc|saml)-provider\//.test(principal)) return 'Federated'
  return /^arn:|^\d{12}$/.test(principal) ? 'AWS' : 'Service'
}

/** The text without this item of a list, and without its comma. `undefined` for what is no item, or the only one. */
export function withoutItem({ text, rangeOf }: ParsedPolicy, at: string): string | undefined {
  const [, list, index] = /^(.*)\/(\d+)$/s.exec(at) ?? []
  const item = rangeOf(at)
  if (list === undefined || index === undefined || !item) return undefined
  const before = rangeOf(`${list}/${Number(index) - 1}`)
  const after = rangeOf(`${list}/${Number(index) + 1}`)
  if (after) return splice(text, item.from, after.from, '')
  return before && splice(text, before.to, item.to, '')
}

function lastOf({ rangeOf }: Pick<ParsedPolicy, 'rangeOf'>, at: string): number | undefined {
  let end: number | undefined
  for (let index = 0; ; index++) {
    const item = rangeOf(`${at}/${index}`)
    if (!item) return end
    end = item.to
  }
}

const splice = (text: string, from: number, to: number, inserted: string): string =>
  text.slice(0, from) + inserted + text.slice(to)
