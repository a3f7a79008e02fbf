import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type AuthorizeInput, authorize } from '../access/authorize.ts'
import type { Decision, Place } from '../access/trace.ts'

const folder = join(import.meta.dirname, '../../cases')

/** A topic: cases that someone who teaches IAM can read and check by hand. */
interface Topic {
  readonly topic: string
  readonly about: string
  /** Documents that several cases use, by name; a case writes `"$name"` in place of the document. */
  readonly shared?: Readonly<Record<string, object>>
  readonly cases: readonly Case[]
}

interface Case {
  readonly name: string
  readonly rules: readonly string[]
  readonly request: AuthorizeInput['request']
  readonly policies: AuthorizeInput['policies']
  readonly decision: Decision
  readonly deciding?: readonly Place[]
  readonly reason: string
}

const decisions: readonly string[] = ['Allow', 'ExplicitDeny', 'ImplicitDeny', 'DependsOnContext']

const topics = readdirSync(folder)
  .filter(file => file.endsWith('.json'))
  .map(file => ({ file, topic: JSON.parse(readFileSync(join(folder, file), 'utf8')) as Topic }))

/** Puts the shared documents in their places. */
function withShared(value: unknown, shared: Topic['shared'] = {}): unknown {
  if (typeof value === 'string' && value.startsWith('$') && Object.hasOwn(shared, value.slice(1)))
    return shared[value.slice(1)]
  if (Array.isArray(value)) return value.map(item => withShared(item, shared))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withShared(item, shared)]))
}

const placed = (places: readonly Place[]) => places.map(({ policyId, at }) => `${policyId} ${at}`).sort()

it('there are at least 150 cases, each with a name, rules, a reason and an expectation', () => {
  const all = topics.flatMap(({ file, topic }) => topic.cases.map(one => ({ file, ...one })))
  for (const { file, name, rules, reason, decision } of all) {
    expect(name.length, file).toBeGreaterThan(5)
    expect(reason.length, `${file}: ${name}`).toBeGreaterThan(10)
    expect(rules.length, `${file}: ${name}`).toBeGreaterThan(0)
    expect(decisions, `${file}: ${name}`).toContain(decision)
  }
  expect(new Set(all.map(({ file, name }) => `${file} ${name}`)).size).toBe(all.length)
  expect(all.length).toBeGreaterThanOrEqual(150)
})

for (const { topic } of topics) {
  describe(topic.topic, () => {
    for (const { name, rules, request, policies, decision, deciding } of topic.cases) {
      it(`[${rules.join(', ')}] ${name}`, () => {
        const answer = authorize({
          request,
          policies: withShared(policies, topic.shared) as AuthorizeInput['policies'],
        })
        expect(answer.decision).toBe(decision)
        if (deciding) expect(placed(answer.determining)).toEqual(placed(deciding))
      })
    }
  })
}
