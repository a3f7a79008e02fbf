import type { Decision, Diff, EntityId, Model } from '@iam-canvas/core'
import { checkExpectation, type Expectation } from '@iam-canvas/core/expectations'
import { draw, play } from './draw.ts'
import type { Lesson, Trap } from './lesson.ts'
import { isBuiltSo } from './structure.ts'

/** How one check of a lesson stands. */
export interface CheckResult {
  readonly id: string
  readonly text: string
  readonly met: boolean
}

export interface AnswerResult extends CheckResult {
  readonly expected: Expectation['expect']
  readonly decision: Decision
}

export interface Judgement {
  readonly goals: readonly AnswerResult[]
  readonly guards: readonly AnswerResult[]
  readonly structure: readonly CheckResult[]
  /** All of them are met. */
  readonly solved: boolean
  /** The known wrong solution that the model is in, if any. */
  readonly trap?: Trap
}

/** How a model stands against a lesson. Pure: the engine is asked, and nothing is remembered. */
export function judge(lesson: Lesson, model: Model): Judgement {
  const goals = lesson.goals.map(goal => answered(model, goal))
  const guards = lesson.guards.map(guard => answered(model, guard))
  const structure = lesson.structure.map(rule => ({
    id: rule.id,
    text: rule.text,
    met: isBuiltSo(model, rule),
  }))
  const met = new Map([...goals, ...guards, ...structure].map(result => [result.id, result.met]))
  const solved = [...met.values()].every(Boolean)
  const trap = solved ? undefined : lesson.traps.find(candidate => isIn(candidate, met, model))
  return { goals, guards, structure, solved, ...(trap && { trap }) }
}

function answered(
  model: Model,
  { id, text, ...expectation }: Expectation & { readonly id: string; readonly text: string },
): AnswerResult {
  return { id, text, expected: expectation.expect, ...checkExpectation(model, expectation) }
}

const isIn = ({ caughtBy, also }: Trap, met: ReadonlyMap<string, boolean>, model: Model): boolean =>
  caughtBy.every(id => met.get(id) === false) &&
  (also?.met ?? []).every(id => met.get(id) === true) &&
  (also?.structure ?? []).every(rule => isBuiltSo(model, rule))

/** The account that a lesson begins with. */
export const lessonStart = (lesson: Lesson): Model => draw(lesson.title, lesson.start, lesson.account)

/** The account as the reference solution leaves it. */
export const lessonSolution = (lesson: Lesson): Model =>
  play(
    lessonStart(lesson),
    lesson.solution.map(({ command }) => command),
  )

/** What a change would touch that the lesson keeps as it is, if anything. */
export function keptByLesson(lesson: Lesson, diff: Diff): EntityId | undefined {
  const touched = diff.flatMap(change => ('id' in change ? [change.id] : []))
  return lesson.locked.find(id => touched.includes(id))
}
