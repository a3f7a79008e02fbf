import { lessons, lessonSolution, lessonStart } from '@iam-canvas/lessons'
import { beforeEach, describe, expect, it } from 'vitest'
import { emptyLayout } from '../workspace/document.ts'
import { commit, undo } from '../workspace/changes.ts'
import { openDocument, useWorkspace } from '../workspace/workspace.ts'
import { startJudging, useJudging } from './judging.ts'
import { changeProgress, progressOf, useLearning } from './learning.ts'
import { backToStart, restart } from './restart.ts'

const lesson = lessons.find(({ id }) => id === 'attach')
if (!lesson) throw new Error('the first lesson is gone')
const attach = { type: 'AttachUserPolicy', user: 'user:alice', policy: 'policy:ReadReports' } as const
const progress = () => progressOf(useLearning.getState(), 'attach')

beforeEach(() => {
  useLearning.setState({ lessons: {}, walks: {} })
  openDocument({ model: lessonStart(lesson), layout: emptyLayout, drafts: {} }, 'of the lesson')
  changeProgress('attach', { modelId: 'of the lesson' })
  startJudging()
})

it('judges at once, and after every edit', () => {
  expect(useJudging.getState().judgement?.solved).toBe(false)
  commit({ command: attach })
  expect(useJudging.getState().judgement?.solved).toBe(true)
  expect(progress().stars).toBe(3)
  undo()
  expect(useJudging.getState().judgement?.solved).toBe(false)
  expect(progress().stars).toBe(3)
})

it('an edit that does not solve it is an attempt; moving things is none', () => {
  commit({ command: { type: 'CreateUser', user: 'user:eve', name: 'eve' } })
  expect(progress().attempts).toBe(1)
  const { layout } = useWorkspace.getState().document
  commit({ layout: { ...layout, positions: { ...layout.positions, 'user:eve': { x: 1, y: 1 } } } })
  expect(progress().attempts).toBe(1)
})

it('another model is no lesson', () => {
  openDocument({ model: lessonStart(lesson), layout: emptyLayout, drafts: {} }, 'one’s own')
  expect(useJudging.getState().lesson).toBeUndefined()
  expect(commit({ command: { type: 'DeletePolicy', policy: 'policy:ReadReports' } }).ok).toBe(true)
})

describe('what a lesson keeps', () => {
  it('cannot be changed, and the message says why', () => {
    const before = useWorkspace.getState().document
    const result = commit({ command: { type: 'DeletePolicy', policy: 'policy:ReadReports' } })
    expect(result.ok || result.problem.message).toBe(
      'this lesson keeps `ReadReports` as it is: try it another way',
    )
    expect(useWorkspace.getState().document).toBe(before)
  })

  it('is not in the way of beginning again, which is one step back', () => {
    commit({ command: attach })
    const done = useWorkspace.getState().document.model
    expect(backToStart(lesson)).toBe(true)
    expect(useWorkspace.getState().document.model.users['user:alice']?.attachedPolicies).toEqual([])
    undo()
    expect(useWorkspace.getState().document.model).toEqual(done)
  })

  it('another try begins without hints and keeps the stars', () => {
    changeProgress('attach', { hints: 3 })
    commit({ command: attach })
    expect(progress().stars).toBe(2)
    restart(lesson)
    expect(progress()).toMatchObject({ hints: 0, attempts: 0, stars: 2 })
    commit({ command: attach })
    expect(progress().stars).toBe(3)
  })
})

it.each(lessons.map(({ id }) => id))('%s: the whole solution can be undone step by step', id => {
  const found = lessons.find(candidate => candidate.id === id)
  if (!found) throw new Error(id)
  const start = lessonStart(found)
  openDocument({ model: start, layout: emptyLayout, drafts: {} }, id)
  for (const { command } of found.solution) expect(commit({ command }).ok).toBe(true)
  expect(useWorkspace.getState().document.model).toEqual(lessonSolution(found))
  for (const _ of found.solution) undo()
  expect(useWorkspace.getState().document.model).toEqual(start)
})
