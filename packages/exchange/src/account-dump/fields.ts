import { fieldOf, isObject, type JsonObject } from '../json-shape.ts'
import type { Tag } from '@iam-canvas/core'
import type { DumpFindings } from './findings.ts'

/** The objects in a list field. A single object where a list belongs is a list of one, as in the AWS CLI's own example. */
export function objectsIn(owner: JsonObject, key: string, findings: DumpFindings): readonly JsonObject[] {
  const field = fieldOf(owner, key)
  if (field === undefined || field === null) return []
  if (!Array.isArray(field)) {
    if (!isObject(field)) {
      findings.leftOut.add('not-an-object', `${key}: ${JSON.stringify(field)}`)
      return []
    }
    findings.odd.add('single-object', key)
    return [field]
  }
  return (field as readonly unknown[]).filter((item): item is JsonObject => {
    if (isObject(item)) return true
    findings.leftOut.add('not-an-object', key)
    return false
  })
}

/** The texts in a list field; a single text is a list of one. */
export function textsIn(owner: JsonObject, key: string): readonly string[] {
  const field = fieldOf(owner, key)
  const list: readonly unknown[] = Array.isArray(field) ? field : [field]
  return list.filter((item): item is string => typeof item === 'string' && item !== '')
}

/** Tags as `[{ Key, Value }]`, or as an object, which other tools write. */
export function tagsIn(owner: JsonObject, findings: DumpFindings): readonly Tag[] {
  const field = fieldOf(owner, 'Tags')
  if (isObject(field) && !Object.hasOwn(field, 'Key')) {
    return Object.entries(field).flatMap(([key, value]) =>
      typeof value === 'string' ? [{ key, value }] : [],
    )
  }
  return objectsIn(owner, 'Tags', findings).flatMap(tag => {
    const key = fieldOf(tag, 'Key')
    const value = fieldOf(tag, 'Value')
    if (typeof key === 'string' && key !== '') return [{ key, value: typeof value === 'string' ? value : '' }]
    findings.leftOut.add('unreadable-tag')
    return []
  })
}
