import { describe, expect, it } from 'vitest'
import { accessLevelOf, listedActions, wildcardOnly } from './actions.ts'
import { services } from './services.ts'

describe('listedActions', () => {
  it('lists each action once, whatever its case', () => {
    const names = listedActions.map(({ name }) => name.toLowerCase())
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })

  it('spells every name as AWS does: a prefix in lower case and an action in letters and digits', () => {
    const misspelt = listedActions.filter(({ name }) => !/^[a-z0-9-]+:[A-Z][A-Za-z0-9]+$/.test(name))
    expect(misspelt).toEqual([])
  })

  it('asks actions only of types that their service has', () => {
    const types = new Map(services.map(service => [service.prefix, service.types.map(([type]) => type)]))
    const lost = listedActions.flatMap(({ name, typesOf, types: asked }) =>
      asked.filter(type => !types.get(typesOf)?.includes(type)).map(type => `${name} of ${type}`),
    )
    expect(lost).toEqual([])
  })

  it('leaves no type without an action', () => {
    const idle = services.flatMap(({ prefix, types }) =>
      types
        .filter(
          ([type]) => !listedActions.some(action => action.typesOf === prefix && action.types.includes(type)),
        )
        .map(([type]) => `${prefix} ${type}`),
    )
    expect(idle).toEqual([])
  })
})

describe('accessLevelOf', () => {
  it.each([
    ['s3:ListBucket', 'List'],
    ['s3:GetObject', 'Read'],
    ['dynamodb:PutItem', 'Write'],
    ['s3:PutBucketPolicy', 'Permissions management'],
    ['sqs:TagQueue', 'Tagging'],
  ])('%s is %s', (action, level) => {
    expect(accessLevelOf(action)).toBe(level)
  })

  it('takes actions in any case', () => {
    expect(accessLevelOf('S3:getobject')).toBe('Read')
  })

  it('does not know what is not listed', () => {
    expect(accessLevelOf('s3:GetObjects')).toBeUndefined()
    expect(accessLevelOf('s3:Get*')).toBeUndefined()
  })
})

describe('wildcardOnly', () => {
  it('[S6] tells actions without resource types from the others', () => {
    expect(wildcardOnly('s3:ListAllMyBuckets')).toBe(true)
    expect(wildcardOnly('s3:ListBucket')).toBe(false)
    expect(wildcardOnly('nothing:Listed')).toBeUndefined()
  })
})
