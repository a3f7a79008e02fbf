import { type AccessMatrix, decide, type Model, type Resource } from '@iam-canvas/core'
import { actionsFor } from '@iam-canvas/reference'
import { contextOf, type Pins } from './asked-context.ts'
import { mentionedActions } from './mentioned-actions.ts'

/** The targets of a resource: its own ARN and those of its parts. [M8] */
export const targetsOf = (resource: Resource): readonly string[] => [resource.arn, ...resource.parts]

/**
 * Decides everything for a model: each user and role, against each target, for the actions that AWS asks of it, in
 * the request that the pins describe.
 * Give the matrix of the model before, and only what changed is looked at again.
 */
export function accessOf(model: Model, pins: Pins, previous?: AccessMatrix): AccessMatrix {
  const question = { targets: askedTargets(model), context: contextOf(pins), missingKeys: 'unknown' } as const
  return decide(model, question, previous)
}

type AskedTargets = Parameters<typeof decide>[1]['targets']

let last:
  | { readonly resources: Model['resources']; readonly mentioned: string; readonly targets: AskedTargets }
  | undefined

function askedTargets(model: Model): AskedTargets {
  const mentioned = mentionedActions(model)
  const key = [...mentioned].join()
  // The same targets by identity tell `decide` that its cells have not moved.
  if (last?.resources === model.resources && last.mentioned === key) return last.targets
  const targets = Object.values(model.resources).flatMap(resource =>
    targetsOf(resource).map(arn => ({
      resource: resource.id,
      arn,
      actions: actionsOf(resource, arn, mentioned),
    })),
  )
  last = { resources: model.resources, mentioned: key, targets }
  return targets
}

/** What is asked of a target: its service's everyday actions, or, for a service not listed, what the policies name. */
function actionsOf(resource: Resource, arn: string, mentioned: ReadonlySet<string>): readonly string[] {
  const listed = actionsFor(arn)
  if (listed.length > 0) return listed
  const prefix = `${resource.service}:`
  return [...mentioned].filter(action => action.startsWith(prefix))
}
