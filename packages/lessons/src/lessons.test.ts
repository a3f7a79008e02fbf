import { apply, type Command, entityById, type Model, recordsIn } from '@iam-canvas/core'
import { checkExpectation } from '@iam-canvas/core/expectations'
import { describe, expect, it } from 'vitest'
import { batch, play } from './draw.ts'
import { type Judgement, judge, keptByLesson, lessonSolution, lessonStart } from './judge.ts'
import { CHAPTERS, type Lesson } from './lesson.ts'
import { lessons } from './lessons.ts'
import { allow, deny, policyText, trust } from './statements.ts'

const unmet = ({ goals, guards, structure }: Judgement) =>
  [...goals, ...guards, ...structure].filter(({ met }) => !met).map(({ id }) => id)

const idsOf = (lesson: Lesson) => [...lesson.goals, ...lesson.guards, ...lesson.structure].map(({ id }) => id)

/** Every user, group and role gets this text, and nothing else counts. */
function everyoneHas(model: Model, text: string): Model {
  const holders = [...recordsIn(model, 'users'), ...recordsIn(model, 'groups'), ...recordsIn(model, 'roles')]
  return play(
    model,
    holders.map((holder): Command => {
      const name = 'Everything'
      if (holder.kind === 'user') return { type: 'PutUserPolicy', user: holder.id, name, text }
      if (holder.kind === 'group') return { type: 'PutGroupPolicy', group: holder.id, name, text }
      return { type: 'PutRolePolicy', role: holder.id, name, text }
    }),
  )
}

function everythingAllowed(model: Model): Model {
  const everyone = policyText(allow('*', '*', { Principal: '*' }))
  return play(everyoneHas(model, policyText(allow('*', '*'))), [
    ...recordsIn(model, 'resources').map(
      ({ id }): Command => ({ type: 'PutResourcePolicy', resource: id, text: everyone }),
    ),
    ...recordsIn(model, 'roles').map(
      ({ id }): Command => ({
        type: 'UpdateAssumeRolePolicy',
        role: id,
        text: policyText(trust('*', { Action: 'sts:*' } as object)),
      }),
    ),
  ])
}

it('there are the twenty, and at least six more; each with an id of its own, in order of the chapters', () => {
  expect(lessons.length).toBeGreaterThanOrEqual(26)
  expect(new Set(lessons.map(({ id }) => id)).size).toBe(lessons.length)
  const order = lessons.map(({ chapter }) => CHAPTERS.indexOf(chapter))
  expect(order).toEqual(order.toSorted((left, right) => left - right))
})

describe.each(lessons.map(lesson => [lesson.id, lesson] as const))('%s', (_, lesson) => {
  const start = lessonStart(lesson)
  const solution = lessonSolution(lesson)

  it('begins with at least one goal not met, every guard met, and in no trap', () => {
    const judgement = judge(lesson, start)
    expect(judgement.goals.filter(({ met }) => met)).toEqual([])
    expect(judgement.guards.filter(({ met }) => !met)).toEqual([])
    expect(judgement.solved).toBe(false)
    expect(judgement.trap).toBeUndefined()
  })

  it('its reference solution passes everything, one step after the other, and touches nothing that is kept', () => {
    const judgement = judge(lesson, solution)
    expect(unmet(judgement)).toEqual([])
    expect(judgement.solved).toBe(true)
    expect(judgement.trap).toBeUndefined()
    let model = start
    for (const { command, say } of lesson.solution) {
      expect(judge(lesson, model).solved, say).toBe(false)
      const result = apply(model, command)
      if (!result.ok) throw new Error(result.problem.message)
      expect(keptByLesson(lesson, result.diff), say).toBeUndefined()
      model = result.model
    }
  })

  it.each(lesson.traps.map(trap => [trap.name, trap] as const))(
    'the trap “%s” is caught by the checks that name it',
    (__, trap) => {
      const judgement = judge(lesson, play(start, trap.commands))
      expect(unmet(judgement)).toEqual(expect.arrayContaining([...trap.caughtBy]))
      expect(judgement.solved).toBe(false)
      expect(judgement.trap?.name).toBe(trap.name)
    },
  )

  it('is not solved by allowing everything to everyone, nor by denying everything', () => {
    expect(judge(lesson, everythingAllowed(start)).solved).toBe(false)
    expect(judge(lesson, everyoneHas(start, policyText(deny('*', '*')))).solved).toBe(false)
    expect(judge(lesson, everyoneHas(solution, policyText(deny('*', '*')))).solved).toBe(false)
  })

  it('judges every check once, and its traps name checks that there are', () => {
    const ids = idsOf(lesson)
    expect(new Set(ids).size).toBe(ids.length)
    for (const trap of lesson.traps) {
      for (const id of [...trap.caughtBy, ...(trap.also?.met ?? [])]) expect(ids).toContain(id)
    }
    for (const id of lesson.locked) expect(entityById(start, id), id).toBeDefined()
  })

  it('its predictions are what the engine says', () => {
    for (const { question, options, answer, proof } of lesson.predictions) {
      expect(options[answer], question).toBeDefined()
      if (proof)
        expect(checkExpectation(proof.at === 'start' ? start : solution, proof).met, question).toBe(true)
    }
  })

  it('says something everywhere, in whole and short sentences', () => {
    const sentences = [
      lesson.summary,
      ...lesson.story,
      ...lesson.hints,
      ...lesson.takeaways,
      ...lesson.traps.map(({ hint }) => hint),
      ...lesson.solution.map(({ say }) => say),
    ]
    for (const text of sentences) {
      expect(text).toMatch(/[.?!”]$/)
      expect(
        text.split(/[.?!] /).every(sentence => sentence.split(' ').length <= 40),
        text,
      ).toBe(true)
      expect(text.split('`').length % 2, text).toBe(1)
    }
    expect(lesson.page.url).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//)
  })
})

it('what is kept by a lesson is found in a change, and nothing else is', () => {
  const [lesson] = lessons
  if (!lesson) throw new Error('there are no lessons')
  const start = lessonStart(lesson)
  const diffOf = (command: Command) => {
    const result = apply(start, command)
    if (!result.ok) throw new Error(result.problem.message)
    return result.diff
  }
  const policyId = 'policy:ReadReports'
  expect(keptByLesson(lesson, diffOf({ type: 'DeletePolicy', policy: policyId }))).toBe(policyId)
  expect(keptByLesson(lesson, diffOf({ type: 'CreatePolicyVersion', policy: policyId, text: '{}' }))).toBe(
    policyId,
  )
  expect(
    keptByLesson(lesson, diffOf({ type: 'AttachUserPolicy', user: 'user:alice', policy: policyId })),
  ).toBeUndefined()
  const both = batch(
    { type: 'CreateUser', user: 'user:eve', name: 'eve' },
    { type: 'DeletePolicy', policy: policyId },
  )
  expect(keptByLesson(lesson, diffOf(both))).toBe(policyId)
})
