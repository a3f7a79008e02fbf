import { remembered } from '../model/remembered.ts'
import type { Model, Resource } from '../model/records.ts'
import { coversWildcard, hasWildcard, wildcard } from '../wildcard.ts'

/** The resource of the model that an ARN or pattern is about: itself, one of its parts, or something inside it. */
export function resourceAt(model: Model, arn: string): Resource | undefined {
  const { exact, patterns } = ownerIndex(model.resources)
  const found = exact.get(arn) ?? exact.get(bucketOf(arn))
  if (found) return found
  const asked = wildcard(arn)
  return patterns.find(({ pattern }) => coversWildcard(pattern, asked))?.resource
}

const ownerIndex = remembered((resources: Model['resources']) => {
  const exact = new Map<string, Resource>()
  const patterns: { readonly pattern: ReturnType<typeof wildcard>; readonly resource: Resource }[] = []
  for (const resource of Object.values(resources)) {
    for (const target of [resource.arn, ...resource.parts]) {
      exact.set(target, resource)
      if (hasWildcard(target)) patterns.push({ pattern: wildcard(target), resource })
    }
  }
  return { exact, patterns }
})

/** An object belongs to its bucket. [M8] */
function bucketOf(arn: string): string {
  const slash = arn.startsWith('arn:') && arn.includes(':s3:') ? arn.indexOf('/') : -1
  return slash > 0 ? arn.slice(0, slash) : arn
}
