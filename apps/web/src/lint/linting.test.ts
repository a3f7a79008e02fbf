import { apply, type Command, emptyModel } from '@iam-canvas/core'
import { expect, it, vi } from 'vitest'
import { emptyLayout } from '../workspace/document.ts'
import { discardDraft, typePolicyText } from '../workspace/policy-texts.ts'
import { openDocument } from '../workspace/workspace.ts'
import { startLinting } from './linting.ts'
import { useProblems } from './problems.ts'
import { wantedTexts } from './wanted-texts.ts'

// Without a network nothing of the reference is known, and the linter says what it can.
vi.stubGlobal('fetch', () => Promise.reject(new Error('offline')))

const text = (action: string) =>
  `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"${action}","Resource":"*"}]}`

const commands: readonly Command[] = [
  { type: 'CreateUser', user: 'user:ana', name: 'ana' },
  { type: 'CreatePolicy', policy: 'policy:All', name: 'All', text: text('*') },
  { type: 'AttachUserPolicy', user: 'user:ana', policy: 'policy:All' },
]

const codes = () => useProblems.getState().problems.map(({ code }) => code)

it('lints the model after each change, drafts too, and marks what is on a node', async () => {
  const made = apply(emptyModel('m', '111122223333'), { type: 'Batch', commands })
  if (!made.ok) throw new Error(made.problem.message)
  startLinting()
  openDocument({ model: made.model, layout: emptyLayout, drafts: {} }, 'm')
  await vi.waitFor(() => expect(codes()).toContain('full-access'))
  expect(codes()).toContain('administrator-user')
  expect(useProblems.getState().marks.get('policy:All')?.severity).toBe('security-warning')

  typePolicyText('policy:All', text('s3:GetObject').replace('"Effect"', '"Efect"'))
  await vi.waitFor(() => expect(codes()).toContain('unknown-element'))
  expect(useProblems.getState().texts.get('policy:All')?.text).toContain('Efect')
  expect(useProblems.getState().marks.get('policy:All')?.severity).toBe('error')

  discardDraft('policy:All')
  await vi.waitFor(() => expect(codes()).not.toContain('unknown-element'))
  expect(codes()).toContain('full-access')
})

it('counts who has a document open', () => {
  const [first, second] = [wantedTexts.want('policy:A'), wantedTexts.want('policy:A')]
  first()
  expect([...wantedTexts.ids()]).toEqual(['policy:A'])
  second()
  expect([...wantedTexts.ids()]).toEqual([])
})
