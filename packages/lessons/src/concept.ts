import type { Command, DocumentId, Model } from '@iam-canvas/core'
import type { Expectation } from '@iam-canvas/core/expectations'
import { draw } from './draw.ts'

/** One word of IAM: what it means, a small account in which it can be seen, and AWS's page. */
export interface Concept {
  readonly id: string
  readonly term: string
  /** Two or three sentences. Words in `backticks` are set as code. */
  readonly says: string
  readonly commands: readonly Command[]
  /** The text that shows it. */
  readonly shows?: DocumentId
  /** Questions that the engine answers when the card is opened; `expect` is what the words promise. */
  readonly asks: readonly (Expectation & { readonly label: string })[]
  readonly page: string
}

/** The account of a concept's example. */
export const conceptModel = (concept: Concept): Model => draw(concept.term, concept.commands)
