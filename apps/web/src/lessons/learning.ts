import { create } from 'zustand'

/** How far somebody has come with one lesson. */
export interface LessonProgress {
  /** The saved model that the lesson is worked on in: never anybody's own work. */
  readonly modelId?: string
  /** The best so far; absent until it is solved. */
  readonly stars?: number
  /** Of the current try: hints taken, edits that did not solve it, whether the solution was looked at. */
  readonly hints: number
  readonly attempts: number
  readonly shown: boolean
  /** Which answer was chosen, by the place of the question. */
  readonly predicted: Readonly<Record<string, number>>
}

export const notBegun: LessonProgress = { hints: 0, attempts: 0, shown: false, predicted: {} }

export interface Learning {
  readonly lessons: Readonly<Record<string, LessonProgress>>
  /** Models that were opened as an example, with the example's id. */
  readonly walks: Readonly<Record<string, string>>
}

const storageKey = 'iam-canvas.learning'
const nothingLearned: Learning = { lessons: {}, walks: {} }

function remembered(): Learning {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '{}')
    return typeof stored === 'object' && stored !== null
      ? { lessons: progressIn(stored), walks: walksIn(stored) }
      : nothingLearned
  } catch {
    return nothingLearned
  }
}

/** Only what has the right shape: the storage may hold anything. */
function progressIn(stored: object): Learning['lessons'] {
  return Object.fromEntries(
    entriesOf(stored, 'lessons').flatMap(([id, value]) => {
      if (typeof value !== 'object' || value === null) return []
      const known = value as Record<string, unknown>
      const progress: LessonProgress = {
        hints: numberIn(known['hints']) ?? 0,
        attempts: numberIn(known['attempts']) ?? 0,
        shown: known['shown'] === true,
        predicted: Object.fromEntries(
          entriesOf(known, 'predicted').filter(
            (entry): entry is [string, number] => typeof entry[1] === 'number',
          ),
        ),
        ...(typeof known['modelId'] === 'string' && { modelId: known['modelId'] }),
        ...(numberIn(known['stars']) !== undefined && { stars: Math.min(3, numberIn(known['stars']) ?? 0) }),
      }
      return [[id, progress]]
    }),
  )
}

const walksIn = (stored: object): Learning['walks'] =>
  Object.fromEntries(
    entriesOf(stored, 'walks').filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )

function entriesOf(from: object, name: string): [string, unknown][] {
  const value: unknown = (from as Record<string, unknown>)[name]
  return typeof value === 'object' && value !== null ? Object.entries(value) : []
}

const numberIn = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : undefined

/** What has been learned in this browser. Remembered, and apart from any model. */
export const useLearning = create<Learning>()(remembered)

useLearning.subscribe(learning => {
  try {
    localStorage.setItem(storageKey, JSON.stringify(learning))
  } catch {
    // Not remembered; the lessons work all the same.
  }
})

export const progressOf = (learning: Learning, lesson: string): LessonProgress =>
  Object.hasOwn(learning.lessons, lesson) ? (learning.lessons[lesson] ?? notBegun) : notBegun

export function changeProgress(lesson: string, change: Partial<LessonProgress>) {
  useLearning.setState(learning => ({
    lessons: { ...learning.lessons, [lesson]: { ...progressOf(learning, lesson), ...change } },
  }))
}

export function rememberWalk(modelId: string, example: string) {
  useLearning.setState(({ walks }) => ({ walks: { ...walks, [modelId]: example } }))
}

/** What guides through an open model, if anything does. */
export type Guide =
  | { readonly kind: 'lesson'; readonly id: string }
  | { readonly kind: 'example'; readonly id: string }

export function guideOf(learning: Learning, modelId: string): Guide | undefined {
  if (modelId === '') return undefined
  const lesson = Object.entries(learning.lessons).find(([, progress]) => progress.modelId === modelId)
  if (lesson) return { kind: 'lesson', id: lesson[0] }
  const example = Object.hasOwn(learning.walks, modelId) ? learning.walks[modelId] : undefined
  return example === undefined ? undefined : { kind: 'example', id: example }
}

/** What a solved try is worth: a look at the last hint costs a star, a look at the solution two. */
export const starsFor = ({ hints, shown }: LessonProgress): number => (shown ? 1 : hints >= 3 ? 2 : 3)
