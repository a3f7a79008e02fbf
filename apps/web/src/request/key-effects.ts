import { type AccessMatrix, explain, type Model } from '@iam-canvas/core'
import { linesBetween } from '../canvas/access-lines.ts'
import { contextOf, type Pins } from '../workspace/asked-context.ts'

/** More than this is not counted: it says "many" just as well. */
const mostExplained = 400

/** For each key in lower case: how many lines hang on it now. */
export function keyEffects(model: Model, access: AccessMatrix, pins: Pins): ReadonlyMap<string, number> {
  const effects = new Map<string, number>()
  const context = contextOf(pins)
  let explained = 0
  for (const principal of access.principals) {
    if (!access.rowOf(principal)?.depends.some(word => word !== 0)) continue
    for (const resource of Object.values(model.resources)) {
      const undecided = linesBetween(access, principal, resource.id).find(
        line => line.decision === 'DependsOnContext',
      )
      const [asked] = undecided?.asks ?? []
      if (!asked) continue
      if (explained++ >= mostExplained) return effects
      const { dependsOn } = explain(model, {
        principal,
        action: asked.action,
        resource: asked.target,
        context,
      })
      for (const { key } of dependsOn)
        effects.set(key.toLowerCase(), (effects.get(key.toLowerCase()) ?? 0) + 1)
    }
  }
  return effects
}
