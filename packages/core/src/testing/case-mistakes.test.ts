import { expect, it } from 'vitest'
import { mistakesIn } from './case-mistakes.ts'

const statement = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }
const asked = {
  principal: 'arn:aws:iam::111122223333:user/ana',
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::releases/1.4.0.zip',
}
const sound = {
  name: 'she may read',
  rules: ['D7'],
  request: asked,
  policies: { identity: [{ id: 'Read', document: '$Read' }] },
  decision: 'Allow',
  deciding: [{ policyId: 'Read', at: '/Statement/0' }],
  reason: 'Her policy allows it.',
}
const topicOf = (...cases: readonly object[]) => ({
  topic: 'Reading',
  about: 'Who may read the releases.',
  shared: { Read: { Version: '2012-10-17', Statement: [statement] } },
  cases,
})
const mistakesWith = (change: object) => mistakesIn(topicOf({ ...sound, ...change }), ['D7', 'M9'])

it('a well-formed topic has no mistakes', () => {
  expect(mistakesWith({})).toEqual([])
  expect(
    mistakesWith({ policies: { identity: [] }, decision: 'ImplicitDeny', deciding: undefined }),
  ).toContain('shared Read: no case uses it')
})

it('a malformed case is told by its name', () => {
  expect(mistakesWith({ request: { ...asked, resourceAcount: '1' } })).toEqual([
    'she may read: `resourceAcount` means nothing here',
  ])
  expect(mistakesWith({ rules: ['Q1'] })).toEqual(['she may read: rules: there is no rule Q1'])
  expect(mistakesWith({ decision: 'Deny' })).toEqual(['she may read: decision: `Deny` is none'])
  expect(mistakesWith({ reason: 'because' })).toEqual(['she may read: reason: has to be a sentence'])
  expect(mistakesWith({ deciding: [{ policyId: 'Read', at: '/Statement/1' }] })).toEqual([
    'she may read: deciding: policy Read has no statement at /Statement/1',
  ])
  expect(mistakesWith({ deciding: [{ policyId: 'Write', at: '/Statement/0' }] })).toEqual([
    'she may read: deciding: there is no policy Write',
  ])
  expect(mistakesWith({ name: '' })).toContain('case 0: name: has to be a text')
})

it('a misspelt set of policies and a document that nobody shares are mistakes', () => {
  const read = { id: 'Read', document: '$Read' }
  expect(mistakesWith({ policies: { identities: [read], identity: [read] } })).toEqual([
    'she may read: `identities` means nothing here',
  ])
  expect(mistakesWith({ policies: { identity: [read, { id: 'Write', document: '$Write' }] } })).toEqual([
    'she may read: policy Write: there is no shared document $Write',
  ])
  expect(mistakesWith({ policies: { identity: [read], serviceControl: [read] } })).toContain(
    'she may read: a level has a name and a list of policies',
  )
})

it('what a decision needs beside it has to be there', () => {
  expect(mistakesWith({ decision: 'ImplicitDeny' })).toEqual([
    'she may read: deciding: nothing decides an implicit deny',
  ])
  expect(mistakesWith({ decision: 'DependsOnContext' })).toEqual([
    'she may read: dependsOn: goes with DependsOnContext, always',
  ])
  const { deciding: _, ...silent } = sound
  expect(mistakesIn(topicOf(silent), ['D7'])).toEqual(['she may read: deciding: which statements decide?'])
})

it('no two cases of a topic have one name, and there is at least one case', () => {
  expect(mistakesIn(topicOf(sound, sound), ['D7'])).toEqual([
    'she may read: another case is called so already',
  ])
  expect(mistakesIn({ ...topicOf(), shared: {} }, [])).toEqual(['cases: has to be a list of cases'])
  expect(mistakesIn([], [])).toEqual(['the file is no object'])
})
