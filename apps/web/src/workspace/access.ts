import { type AccessMatrix, decide, type Model } from '@iam-canvas/core'
import { contextOf, type Pins } from './asked-context.ts'
import { askedTargets } from './deciding/asked-targets.ts'

/**
 * Decides everything for a model: each user and role, against each target, for the actions that AWS asks of it, in
 * the request that the pins describe.
 * Give the matrix of the model before, and only what changed is looked at again.
 */
export function accessOf(model: Model, pins: Pins, previous?: AccessMatrix): AccessMatrix {
  const question = {
    targets: askedTargets(model),
    context: contextOf(pins),
    missingKeys: 'unknown',
  } as const
  return decide(model, question, previous)
}
