import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { authorize } from '../access/authorize.ts'
import type { Place } from '../access/trace.ts'
import { policiesOf, readTopics } from './case-file.ts'
import { mistakesIn } from './case-mistakes.ts'

const core = join(import.meta.dirname, '../..')
const topics = readTopics(join(core, 'cases'))
const spec = readFileSync(join(core, 'SPEC.md'), 'utf8')
const rules = [...spec.matchAll(/^- \*\*\[([A-Z]\d+)\]\*\*/gm)].map(([, id = '']) => id)

const placed = (places: readonly Place[] = []) => [
  ...new Set(places.map(({ policyId, at }) => `${policyId} ${at}`).sort()),
]

for (const { file, topic } of topics) {
  it(`${file} is well formed`, () => {
    expect(mistakesIn(topic, rules)).toEqual([])
  })

  for (const one of topic.cases) {
    it(`[${one.rules.join(', ')}] ${topic.topic}: ${one.name}`, () => {
      const answer = authorize({ request: one.request, policies: policiesOf(one, topic.shared) })
      expect(answer.decision, one.reason).toBe(one.decision)
      expect(placed(answer.determining)).toEqual(placed(one.deciding))
      expect(answer.partial).toBe(one.partial)
      expect(answer.because).toBe(one.because)
      expect(answer.dependsOn.map(({ key }) => key).sort()).toEqual([...(one.dependsOn ?? [])].sort())
      expect(answer.diagnostics.map(({ code }) => code)).toEqual(
        expect.arrayContaining([...(one.reports ?? [])]),
      )
    })
  }
}

it('there are at least 150 cases', () => {
  expect(topics.flatMap(({ topic }) => topic.cases).length).toBeGreaterThanOrEqual(150)
})

it('there is a case for every rule', () => {
  const shown = new Set(topics.flatMap(({ topic }) => topic.cases.flatMap(one => one.rules)))
  expect(rules.filter(id => !shown.has(id))).toEqual([])
})
