import type { DocumentId, EntityId, Model } from '../model/records.ts'
import type { CheckWords } from './finding.ts'

/** What a check of the whole model found, and on what. */
export interface ModelHit {
  readonly entity: EntityId
  /** The document that it is about, where it is about one. */
  readonly document?: DocumentId
  readonly message: string
}

/** One thing that can be wrong with who has what, whatever the texts say. */
export interface ModelCheck extends CheckWords {
  readonly find: (model: Model) => Iterable<ModelHit>
}

export interface ModelFinding extends CheckWords, ModelHit {}
