import type { Command, EntityId, Model } from '@iam-canvas/core'
import type { Expectation } from '@iam-canvas/core/expectations'
import { draw } from './draw.ts'

/** Something a walk-through puts before the reader: a thing selected, or a question asked on the canvas. */
export type Show =
  | { readonly label: string; readonly select: EntityId }
  | {
      readonly label: string
      /** A user or role, and a resource of the model; `target` is the ARN of one of its parts. */
      readonly ask: {
        readonly principal: `user:${string}` | `role:${string}`
        readonly resource: `resource:${string}`
        readonly action: string
        readonly target?: string
      }
    }

/** One paragraph of a walk-through. Words in `backticks` are set as code. */
export interface WalkStep {
  readonly text: string
  readonly show?: readonly Show[]
}

/** A finished account to open and look around in. */
export interface Example {
  /** Stands in addresses: `/?example=game-outcome`. */
  readonly id: string
  readonly title: string
  /** One sentence for a list. */
  readonly summary: string
  readonly commands: readonly Command[]
  readonly walk: readonly WalkStep[]
  readonly expectations: readonly Expectation[]
}

/** The account of an example, drawn from its commands. */
export const exampleModel = (example: Example): Model => draw(example.title, example.commands)
