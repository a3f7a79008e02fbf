import { describe, expect, it } from 'vitest'
import { exampleDocument } from '../workspace/example.ts'
import { parseSearch, searchThings } from './search.ts'

const names = (query: string) => searchThings(exampleDocument(), query).map(({ name }) => name)

describe('search', () => {
  it('finds by name, the ones that begin with it first', () => {
    expect(names('game')[0]).toBe('GameOutcome')
    expect(names('game')).toContain('ReadGameOutcome')
  })

  it('a prefix looks among one kind', () => {
    expect(names('policy:game').every(name => name !== 'GameOutcome')).toBe(true)
    expect(names('user:')).toEqual(expect.arrayContaining(['ana', 'ci-deploy']))
    expect(names('user: policy')).toEqual([])
  })

  it('finds a resource by its ARN and an account by its number', () => {
    expect(names('arn:aws:dynamodb')).toContain('GameOutcome')
    expect(searchThings(exampleDocument(), 'account:').length).toBe(1)
  })

  it('an unknown prefix is text', () => {
    expect(parseSearch('s3:Get')).toEqual({ words: ['s3:get'] })
    expect(parseSearch('ROLE: a b')).toEqual({ kind: 'role', words: ['a', 'b'] })
  })
})
