import type { Model } from '@iam-canvas/core'
import { documentsOf } from '@iam-canvas/core'
import { fieldOf, isObject, listed, parsedJson } from '../json-shape.ts'

/**
 * Every Resource and NotResource value of a policy text, in order. Reads what `JSON.parse` reads and nothing of a
 * half-typed text: what is drawn should not flicker while someone types.
 */
export function resourceValuesIn(text: string): readonly string[] {
  const document = parsedJson(text)
  if (!isObject(document)) return []
  return listed(fieldOf(document, 'Statement')).flatMap(statement =>
    isObject(statement)
      ? ['Resource', 'NotResource'].flatMap(key =>
          listed(fieldOf(statement, key)).filter((value): value is string => typeof value === 'string'),
        )
      : [],
  )
}

/**
 * The values in all identity-based policies that belong to someone: customer managed and inline. Those of AWS managed
 * policies are patterns for every account (`arn:aws:s3:::aws-glue-*`), not things that this one has.
 */
export function resourceValuesOf(model: Model): readonly string[] {
  return documentsOf(model).flatMap(({ owner, purpose, text }) => {
    const policy = owner.startsWith('policy:') ? model.policies[owner as `policy:${string}`] : undefined
    const counts = purpose === 'inline' || (purpose === 'identity' && policy?.account !== 'aws')
    return counts ? resourceValuesIn(text) : []
  })
}
