/** The public names of `lessons`, listed by hand. */
export { type Example, exampleModel, examples, type Show, type WalkStep } from './examples.ts'
export {
  type AnswerResult,
  type CheckResult,
  judge,
  type Judgement,
  keptByLesson,
  lessonSolution,
  lessonStart,
} from './judge.ts'
export {
  type Chapter,
  CHAPTERS,
  type Lesson,
  type Prediction,
  type SolutionStep,
  type Trap,
} from './lesson.ts'
export { lessons } from './lessons.ts'
