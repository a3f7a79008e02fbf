import type { DocumentId, EntityId } from '@iam-canvas/core'
import type { LintFinding, LintSeverity, ModelFinding } from '@iam-canvas/core/lint'
import { create } from 'zustand'

/** Something to say about a place in a policy text of the model. */
export interface TextProblem extends LintFinding {
  readonly document: DocumentId
  readonly entity: EntityId
}

/** Something to say about an entity, whatever its texts say. */
export interface EntityProblem extends ModelFinding {
  readonly range?: undefined
  readonly fix?: undefined
}

export type Problem = TextProblem | EntityProblem

/** A text with what was found in it. While it is typed in, another text is shown than was linted. */
export interface LintedText {
  readonly text: string
  readonly findings: readonly LintFinding[]
}

/** The gravest of what there is on a node, and how many things. Suggestions are not shown there. */
export interface ProblemMark {
  readonly severity: LintSeverity
  readonly count: number
}

interface Problems {
  readonly texts: ReadonlyMap<string, LintedText>
  /** Of the whole model, the gravest first. */
  readonly problems: readonly Problem[]
  readonly marks: ReadonlyMap<string, ProblemMark>
  /** False until everything was looked at once. */
  readonly complete: boolean
}

/** What the linter found. It follows from the document, some moments late, and is never saved. */
export const useProblems = create<Problems>()(() => ({
  texts: new Map(),
  problems: [],
  marks: new Map(),
  complete: false,
}))
