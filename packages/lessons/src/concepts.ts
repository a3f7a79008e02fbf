/** The words of IAM, each with an example that the engine answers: an entry of its own, fetched when a card is opened. */
import type { Concept } from './concept.ts'
import { limitConcepts } from './concepts/limits.ts'
import { peopleConcepts } from './concepts/people.ts'
import { policyConcepts } from './concepts/policies.ts'

export { type Concept, conceptModel } from './concept.ts'

export const concepts: readonly Concept[] = [...policyConcepts, ...peopleConcepts, ...limitConcepts]
