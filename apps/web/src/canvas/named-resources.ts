import { documentsOf, type EntityId, type Model, type ResourceId, parsedPolicy } from '@iam-canvas/core'

/** Which policy names which resource in its text, so that the layout puts them near each other. */
export function namedResources(model: Model): (readonly [EntityId, ResourceId])[] {
  const byArn = new Map<string, ResourceId>()
  for (const { id, arn, parts } of Object.values(model.resources)) {
    for (const target of [arn, ...parts]) byArn.set(withoutPlace(target), id)
  }
  return documentsOf(model).flatMap(({ owner, text }) => {
    const named = new Set<ResourceId>()
    for (const { resource } of parsedPolicy(text).document.statements) {
      for (const value of resource?.values ?? []) {
        const found = byArn.get(withoutPlace(value.text))
        if (found) named.add(found)
      }
    }
    return [...named].map(resource => [owner, resource] as const)
  })
}

/** Region and account are often wildcards in a policy; for the picture the rest is enough. */
function withoutPlace(arn: string): string {
  const parts = arn.split(':')
  return parts.length < 6 ? arn : `${parts[2]}:${parts.slice(5).join(':')}`
}
