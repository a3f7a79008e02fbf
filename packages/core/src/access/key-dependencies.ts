import type { KeyDependency, Place, StatementTrace } from './trace.ts'

interface Found {
  readonly places: Place[]
  readonly values: Set<string>
}

/** The context keys that undecided statements hang on, with the values their conditions name. [C16] */
export function keyDependencies(statements: readonly StatementTrace[]): KeyDependency[] {
  const keys = new Map<string, Found & { readonly name: string }>()
  const add = (name: string, place: Place, values: readonly string[]) => {
    const key = name.toLowerCase()
    const found = keys.get(key) ?? { name, places: [], values: new Set<string>() }
    found.places.push(place)
    for (const value of values) found.values.add(value)
    keys.set(key, found)
  }
  for (const { policyId, elements } of statements) {
    for (const element of elements) {
      for (const condition of element.conditions) {
        if (condition.outcome !== 'depends') continue
        const values = condition.values.map(({ text }) => text)
        if (condition.requested === 'unknown') add(condition.key, { policyId, at: condition.at }, values)
        for (const value of condition.values) addVariables(value.text, { policyId, at: value.at }, add)
      }
      for (const pattern of element.patterns) {
        if (pattern.outcome === 'depends') addVariables(pattern.text, { policyId, at: pattern.at }, add)
      }
    }
  }
  return [...keys.values()].map(({ name, places, values }) => ({
    key: name,
    places,
    decidingValues: [...values],
  }))
}

function addVariables(
  text: string,
  place: Place,
  add: (name: string, place: Place, values: readonly string[]) => void,
) {
  for (const [, name = ''] of text.matchAll(/\$\{([^},*?$]+)/g)) add(name.trim(), place, [])
}
