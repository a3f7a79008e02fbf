import type {
  ConditionEntry,
  ElementOf,
  Located,
  PolicyDocument,
  PrincipalValue,
  Statement,
} from './document.ts'

/**
 * A document as JSON text, two spaces deep, in AWS's usual order. Parsing it gives the same document again, but for the
 * pointers of single values; a statement that is not evaluable is printed as far as it was understood.
 */
export function printPolicy({ version, id, statements }: PolicyDocument): string {
  return JSON.stringify(
    {
      ...(version !== undefined && { Version: version }),
      ...(id !== undefined && { Id: id }),
      Statement: statements.map(statementJson),
    },
    null,
    2,
  )
}

function statementJson({ sid, effect, principal, action, resource, conditions }: Statement): object {
  return {
    ...(sid !== undefined && { Sid: sid }),
    Effect: effect,
    ...(principal && { [principal.not ? 'NotPrincipal' : 'Principal']: principalJson(principal.values) }),
    ...element('Action', action),
    ...element('Resource', resource),
    ...(conditions.length > 0 && { Condition: conditionJson(conditions) }),
  }
}

function element(name: 'Action' | 'Resource', found: ElementOf<Located> | undefined): object {
  return found ? { [found.not ? `Not${name}` : name]: oneOrMany(found.values.map(({ text }) => text)) } : {}
}

/** A list of one is written as the one. */
const oneOrMany = (texts: readonly string[]): string | readonly string[] =>
  texts.length === 1 && texts[0] !== undefined ? texts[0] : texts

function principalJson(values: readonly PrincipalValue[]): unknown {
  if (values.some(({ type }) => type === '*')) return '*'
  return grouped(values.map(({ type, text }) => [type, text]))
}

function conditionJson(conditions: readonly ConditionEntry[]): object {
  const operators = new Map<string, [string, string | readonly string[]][]>()
  for (const { operator, key, values } of conditions) {
    const keys = operators.get(operator) ?? []
    keys.push([key, oneOrMany(values.map(({ text }) => text))])
    operators.set(operator, keys)
  }
  return Object.fromEntries([...operators].map(([operator, keys]) => [operator, Object.fromEntries(keys)]))
}

function grouped(pairs: readonly (readonly [string, string])[]): object {
  const groups = new Map<string, string[]>()
  for (const [name, text] of pairs) groups.set(name, [...(groups.get(name) ?? []), text])
  return Object.fromEntries([...groups].map(([name, texts]) => [name, oneOrMany(texts)]))
}
