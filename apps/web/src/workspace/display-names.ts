import { entityByArn, entityById, type Model } from '@iam-canvas/core'
import { nameOfDocument } from './policy-texts.ts'

/** What people call an id or ARN of this model; in backticks, as core's sentences set names apart. */
export function displayNames(model: Model): (id: string) => string {
  const targets = new Map<string, string>()
  for (const { name, arn, parts } of Object.values(model.resources)) {
    targets.set(arn, name)
    for (const part of parts) targets.set(part, part.startsWith(arn) ? name + part.slice(arn.length) : part)
  }
  return id => {
    const known = targets.get(id) ?? entityByArn(model, id)?.name ?? entityById(model, id)?.name
    return `\`${known ?? nameOfDocument(model, id)}\``
  }
}
