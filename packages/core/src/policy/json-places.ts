import type { Node } from 'jsonc-parser'
import type { JsonPointer } from './document.ts'

/** A property of an object; while it is being typed it may have no value yet. */
export interface Property {
  readonly key: Node
  readonly value: Node | undefined
}

/**
 * The properties of an object by name; of several with one name the last that has a value. [X7]
 * A name such as `__proto__` is a name like any other.
 */
export function propertiesOf(node: Node): ReadonlyMap<string, Property> {
  const properties = new Map<string, Property>()
  if (node.type !== 'object') return properties
  for (const { children } of node.children ?? []) {
    const [key, value] = children ?? []
    if (!key) continue
    const name = String(key.value)
    if (value || !properties.has(name)) properties.set(name, { key, value })
  }
  return properties
}

/** What a pointer names in a tree: the value, and the property name before it. */
export interface JsonPlaces {
  readonly valueAt: (at: JsonPointer) => Node | undefined
  readonly keyAt: (at: JsonPointer) => Node | undefined
}

/**
 * Pointers are followed when they are asked for. A table of all of them would hold each property name once for every
 * value under it, and a long name over a long list would make that table many times the text.
 */
export function placesIn(root: Node | undefined): JsonPlaces {
  const read = new Map<Node, ReadonlyMap<string, Property>>()

  function propertyIn(node: Node, name: string): Property | undefined {
    let properties = read.get(node)
    if (!properties) {
      properties = propertiesOf(node)
      read.set(node, properties)
    }
    return properties.get(name)
  }

  function find(at: JsonPointer): Partial<Property> {
    const [start, ...names] = at.split('/')
    if (start !== '') return {}
    let found: Partial<Property> = { value: root }
    for (const name of names) {
      const { value } = found
      if (!value) return {}
      found =
        value.type === 'array' && indexForm.test(name)
          ? { value: value.children?.[Number(name)] }
          : (propertyIn(value, unescapeName(name)) ?? {})
    }
    return found
  }

  return { valueAt: at => find(at).value, keyAt: at => find(at).key }
}

const indexForm = /^(?:0|[1-9]\d*)$/

/** RFC 6901: `~` and `/` in a name are written `~0` and `~1`. */
export const escapeName = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1')

// `~1` first: the `~01` of a name `~1` must not become a slash.
const unescapeName = (name: string): string => name.replaceAll('~1', '/').replaceAll('~0', '~')
