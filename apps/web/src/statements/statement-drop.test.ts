import { apply, type Command, documentById, emptyModel, type EntityId, type Model } from '@iam-canvas/core'
import { describe, expect, it } from 'vitest'
import { type StatementSource, statementVerdict } from './statement-drop.ts'

const read = { Sid: 'Read', Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::x/*' }
const remove = { Effect: 'Deny', Action: 's3:DeleteObject', Resource: 'arn:aws:s3:::x/*' }
const written = (...Statement: readonly object[]) =>
  JSON.stringify({ Version: '2012-10-17', Statement }, null, 2)

const commands: readonly Command[] = [
  {
    type: 'CreateOrganization',
    organization: 'o-exampleorgid',
    root: 'ou:root',
    managementAccount: 'account:123456789012',
  },
  { type: 'CreateUser', user: 'user:ana', name: 'ana' },
  { type: 'CreateUser', user: 'user:bob', name: 'bob' },
  { type: 'CreateGroup', group: 'group:devs', name: 'devs' },
  { type: 'PutGroupPolicy', group: 'group:devs', name: 'Own', text: written(read, remove) },
  { type: 'CreatePolicy', policy: 'policy:Two', name: 'Two', text: written(read, remove) },
  { type: 'CreatePolicy', policy: 'policy:One', name: 'One', text: written(read) },
  { type: 'AttachUserPolicy', user: 'user:bob', policy: 'policy:Two' },
  {
    type: 'CreatePolicy',
    policy: 'policy:Deny',
    name: 'Deny',
    text: written(remove, remove),
    purpose: 'service-control',
  },
]

function after(model: Model, command: Command | undefined): Model {
  const result = command && apply(model, command)
  if (!result?.ok) throw new Error(result?.problem.message ?? 'no command')
  return result.model
}

const model = after(emptyModel(), { type: 'Batch', commands })

function says(source: StatementSource, target?: EntityId, manner = {}): string {
  const verdict = statementVerdict(model, source, target, manner)
  if (!verdict?.ok) return `✕ ${verdict?.reason}`
  return `${verdict.verb}${verdict.ask ? ` [${verdict.ask.choices.map(({ label }) => label).join(' | ')}]` : ''}`
}

const statements = (of: Model, id: string): number =>
  (JSON.parse(documentById(of, id)?.text ?? '{"Statement":[]}') as { Statement: unknown[] }).Statement.length

describe('a statement dragged out of a policy', () => {
  const first: StatementSource = { document: 'policy:Two', index: 0 }
  const second: StatementSource = { document: 'policy:Two', index: 1 }

  it('moves to the holder as an inline policy, and asks where another would lose it', () => {
    expect(says(first, 'user:ana')).toBe('Move Read to ana as an inline policy [Move it | Copy it]')
    expect(says(second, 'user:bob')).toBe('Move statement 2 to bob as an inline policy')
    const verdict = statementVerdict(model, second, 'user:bob')
    const moved = after(model, verdict?.ok ? verdict.command : undefined)
    expect(statements(moved, 'policy:Two')).toBe(1)
    expect(statements(moved, 'inline:user:bob/Two-statement')).toBe(1)
  })

  it('is copied with Ctrl, and where it is the only one', () => {
    expect(says(first, 'user:ana', { copy: true })).toBe('Copy Read to ana as an inline policy')
    expect(says({ document: 'policy:One', index: 0 }, 'policy:Two')).toBe('Copy Read to Two')
  })

  it('becomes a policy of its own on the canvas', () => {
    const verdict = statementVerdict(model, { document: 'inline:group:devs/Own', index: 0 }, undefined)
    expect(verdict?.ok && verdict.verb).toBe('Move Read into a policy of its own')
    expect(verdict?.ok && verdict.ask?.points).toEqual(['devs has Read through Own, and would lose it'])
    const moved = after(model, verdict?.ok ? verdict.command : undefined)
    expect(moved.policies['policy:Read']?.purpose).toBe('identity')
    expect(statements(moved, 'inline:group:devs/Own')).toBe(1)
  })

  it('moves between policies of one purpose only', () => {
    expect(says(second, 'policy:One')).toBe('Move statement 2 to One [Move it | Copy it]')
    expect(says(second, 'policy:Deny')).toMatch(/^✕ control policies limit/)
    expect(says({ document: 'policy:Deny', index: 0 }, 'user:ana')).toMatch(/^✕ a control policy/)
    expect(says(second, 'policy:Two')).toBe('✕ statement 2 is in Two already')
    expect(says({ document: 'policy:Deny', index: 1 })).toBe('Move statement 2 into a policy of its own')
  })

  it('leaves trust and resource policies to their owner', () => {
    expect(statementVerdict(model, { document: 'trust:role:x', index: 0 }, 'user:ana')).toBeUndefined()
  })

  it('leaves everything else of the text as it was', () => {
    const verdict = statementVerdict(model, first, 'policy:One')
    const moved = after(model, verdict?.ok ? verdict.command : undefined)
    expect(moved.policies['policy:Two']?.text).toBe(written(remove))
  })
})
