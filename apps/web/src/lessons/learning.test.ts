import { beforeEach, expect, it } from 'vitest'
import {
  changeProgress,
  guideOf,
  type LessonProgress,
  notBegun,
  progressOf,
  rememberWalk,
  starsFor,
  useLearning,
} from './learning.ts'

beforeEach(() => useLearning.setState({ lessons: {}, walks: {} }))

it('a model of a lesson or an example is known by its id, any other is not', () => {
  changeProgress('attach', { modelId: 'one' })
  rememberWalk('two', 'game-outcome')
  const learning = useLearning.getState()
  expect(guideOf(learning, 'one')).toEqual({ kind: 'lesson', id: 'attach' })
  expect(guideOf(learning, 'two')).toEqual({ kind: 'example', id: 'game-outcome' })
  expect(guideOf(learning, 'three')).toBeUndefined()
  expect(guideOf(learning, 'constructor')).toBeUndefined()
})

it('progress is changed bit by bit and kept in this browser', () => {
  changeProgress('attach', { hints: 1 })
  changeProgress('attach', { stars: 3 })
  expect(progressOf(useLearning.getState(), 'attach')).toEqual({ ...notBegun, hints: 1, stars: 3 })
  expect(progressOf(useLearning.getState(), 'toString')).toBe(notBegun)
  expect(JSON.parse(localStorage.getItem('iam-canvas.learning') ?? '')).toMatchObject({
    lessons: { attach: { hints: 1, stars: 3 } },
  })
})

it.each<[Partial<LessonProgress>, number]>([
  [{}, 3],
  [{ hints: 2 }, 3],
  [{ hints: 3 }, 2],
  [{ shown: true }, 1],
])('%o is worth %d stars', (progress, stars) => expect(starsFor({ ...notBegun, ...progress })).toBe(stars))
