import type { AskedTarget, Model, Resource } from '@iam-canvas/core'
import { actionsFor } from '@iam-canvas/reference'
import { mentionedActions } from '../mentioned-actions.ts'
import { remembered } from '../remembered.ts'

/** The targets of a resource: its own ARN and those of its parts. [M8] */
export const targetsOf = (resource: Resource): readonly string[] => [resource.arn, ...resource.parts]

/** A resource's targets before the policies are looked at; without `actions` its service is not listed. */
interface ListedTarget {
  readonly resource: Resource
  readonly arn: string
  readonly actions: readonly string[] | undefined
}

const listedTargets = remembered((resources: Model['resources']): readonly ListedTarget[] =>
  Object.values(resources).flatMap(resource =>
    targetsOf(resource).map(arn => {
      const listed = actionsFor(arn)
      return { resource, arn, actions: listed.length > 0 ? listed : undefined }
    }),
  ),
)

interface Known {
  readonly resources: Model['resources']
  readonly mentioned: string
  readonly targets: readonly AskedTarget[]
}

/** Of the last two models: what a change would do is asked in between. */
let known: readonly Known[] = []

/**
 * Everything that is asked of a model's resources: the everyday actions of its service, or, for a service not listed,
 * what the policies name. The same questions are the same array: `decide` tells by it that no cell has moved.
 */
export function askedTargets(model: Model): readonly AskedTarget[] {
  const { resources } = model
  const listed = listedTargets(resources)
  const mentioned = mentionedOf(model, listed)
  const key = mentioned.join()
  const same = known.find(one => one.resources === resources && one.mentioned === key)
  if (same) return same.targets
  const targets = listed.map(
    ({ resource, arn, actions }): AskedTarget => ({
      resource: resource.id,
      arn,
      actions: actions ?? mentioned.filter(action => action.startsWith(`${resource.service}:`)),
    }),
  )
  known = [{ resources, mentioned: key, targets }, ...known.slice(0, 1)]
  return targets
}

/** Only of services that are not listed: an action that is being typed for another one must not move any cell. */
function mentionedOf(model: Model, listed: readonly ListedTarget[]): readonly string[] {
  const services = new Set(
    listed.flatMap(({ resource, actions }) => (actions ? [] : [`${resource.service}:`])),
  )
  if (services.size === 0) return []
  return [...mentionedActions(model)].filter(action => services.has(action.slice(0, action.indexOf(':') + 1)))
}

/** What is taken for a service that is not listed: counting what the policies name would mean to read them all. */
const actionsOfUnlisted = 10

/** About how many answers a model has, told without reading a policy: users and roles times what is asked. */
export function answersIn({ users, roles, resources }: Model): number {
  const principals = Object.keys(users).length + Object.keys(roles).length
  return principals * askedOf(resources)
}

const askedOf = remembered((resources: Model['resources']) =>
  listedTargets(resources).reduce((sum, { actions }) => sum + (actions?.length ?? actionsOfUnlisted), 0),
)
