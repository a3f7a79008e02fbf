import { expect, it } from 'vitest'
import { marksOf } from '../lint/marks.ts'
import type { Problem } from '../lint/problems.ts'
import { shownProblems } from './shown-problems.ts'

const problem = (
  code: string,
  severity: Problem['severity'],
  entity: Problem['entity'] = 'user:ana',
): Problem => ({
  code,
  severity,
  entity,
  title: `Title of ${code}`,
  why: 'Why.',
  page: 'https://docs.aws.amazon.com/',
  message: `message of ${code}`,
})

const problems = [problem('a', 'error'), problem('b', 'warning', 'role:deploy'), problem('c', 'suggestion')]
const codes = (...asked: Parameters<typeof shownProblems>) => shownProblems(...asked).map(({ code }) => code)
const nameOf = ({ entity }: Problem) => entity

it('without a choice all problems are shown; each word of a search has to be somewhere', () => {
  expect(codes(problems, [], '', nameOf)).toEqual(['a', 'b', 'c'])
  expect(codes(problems, ['error', 'suggestion'], '', nameOf)).toEqual(['a', 'c'])
  expect(codes(problems, [], 'DEPLOY message', nameOf)).toEqual(['b'])
  expect(codes(problems, ['error'], 'deploy', nameOf)).toEqual([])
})

it('a node has a mark for the gravest, counts all but suggestions, and keeps a mark that says the same', () => {
  const marks = marksOf(
    [problem('a', 'error'), problem('b', 'warning'), problem('c', 'suggestion')],
    new Map(),
  )
  expect([...marks]).toEqual([['user:ana', { severity: 'error', count: 2 }]])
  const again = marksOf([problem('x', 'error'), problem('y', 'warning')], marks)
  expect(again.get('user:ana')).toBe(marks.get('user:ana'))
  expect(marksOf([problem('c', 'suggestion')], marks).size).toBe(0)
})
