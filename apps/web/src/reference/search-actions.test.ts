import type { ActionsFile, ServicesFile } from '@iam-canvas/reference/compiled'
import { readServices } from '@iam-canvas/reference/compiled'
import { describe, expect, it } from 'vitest'
import { actionIndex, type ActionWords, searchActions } from './search-actions.ts'

const folder = '../../../../packages/reference/generated'
const files = import.meta.glob(
  [
    '../../../../packages/reference/generated/services.json',
    '../../../../packages/reference/generated/actions.json',
    '../../../../packages/reference/generated/words.json',
  ],
  { eager: true, import: 'default' },
)
// The files are compiled with the app, and tested for their form there.
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the one cast, instead of one at each caller
const read = <T>(name: string) => files[`${folder}/${name}.json`] as T

const services = readServices(read<ServicesFile>('services'))
const index = actionIndex(read<ActionsFile>('actions'), services)
const words = read<ActionWords>('words')
const names = (query: string, level = '', known: ActionWords = words) =>
  searchActions(index, known, { query, level, most: 20 }).actions.map(
    ({ prefix, name }) => `${prefix}:${name}`,
  )

describe('the search over all actions', () => {
  it('knows every action that AWS lists', () => {
    expect(index.length).toBe(services.reduce((sum, { actions }) => sum + actions, 0))
    expect(searchActions(index, words, { query: '', level: '', most: 10 }).total).toBe(index.length)
  })

  it('finds an action by its name, in full or in part, in any case', () => {
    expect(names('s3:GetObject')[0]).toBe('s3:GetObject')
    expect(names('getitem')[0]).toBe('dynamodb:GetItem')
    expect(names('passrole')[0]).toBe('iam:PassRole')
    expect(names('S3:getobj')).toContain('s3:GetObjectAcl')
  })

  it('finds by service and name together, in any order', () => {
    expect(names('dynamodb put')[0]).toBe('dynamodb:PutItem')
    expect(names('queue send')).toContain('sqs:SendMessage')
  })

  it('finds by the words of the description, once they are loaded', () => {
    expect(names('information about when access key last used')).toContain('iam:GetAccessKeyLastUsed')
    expect(names('temporary security credentials saml')).toContain('sts:AssumeRoleWithSAML')
    expect(names('temporary security credentials saml', '', {})).toEqual([])
  })

  it('keeps to a level', () => {
    const found = searchActions(index, words, {
      query: 's3 object',
      level: 'Permissions management',
      most: 50,
    })
    expect(found.total).toBeGreaterThan(2)
    expect(found.actions.every(({ level }) => level === 'Permissions management')).toBe(true)
  })

  it('says nothing was found where a word is nowhere', () => {
    expect(searchActions(index, words, { query: 's3:GetItem', level: '', most: 5 }).total).toBe(0)
  })
})
