import { describe, expect, it } from 'vitest'
import { contextOf, pinnedValue, withPin } from './asked-context.ts'

describe('what follows from a settled key', () => {
  it('an age of MFA says that there was MFA, and no MFA that it has no age', () => {
    expect(contextOf({ 'aws:MultiFactorAuthAge': '60' })).toMatchObject({
      'aws:MultiFactorAuthPresent': 'true',
    })
    expect(contextOf({ 'aws:MultiFactorAuthPresent': [] })).toMatchObject({ 'aws:MultiFactorAuthAge': [] })
    expect(contextOf({ 'aws:MultiFactorAuthPresent': 'true' })).not.toHaveProperty('aws:MultiFactorAuthAge')
  })

  it('a public address and an endpoint exclude each other', () => {
    expect(contextOf({ 'aws:SourceIp': '203.0.113.1' })).toMatchObject({ 'aws:SourceVpce': [] })
    expect(contextOf({ 'aws:SourceVpce': 'vpce-1' })).toMatchObject({ 'aws:SourceIp': [] })
    expect(contextOf({ 'aws:SourceVpce': [] })).not.toHaveProperty('aws:SourceIp')
  })

  it('the time is told in both of its forms', () => {
    expect(contextOf({ 'aws:CurrentTime': '1970-01-01T00:01:00Z' })).toMatchObject({ 'aws:EpochTime': '60' })
  })

  it('nothing that somebody has settled is overruled', () => {
    const pins = { 'aws:SourceIp': '203.0.113.1', 'AWS:sourcevpce': 'vpce-1' }
    expect(contextOf(pins)).toEqual(pins)
  })
})

it('keys are compared without case, and settled once', () => {
  const pins = { 'aws:SourceIp': '203.0.113.1' }
  expect(pinnedValue(pins, 'AWS:SOURCEIP')).toBe('203.0.113.1')
  expect(withPin(pins, 'aws:sourceip', [])).toEqual({ 'aws:sourceip': [] })
  expect(withPin(pins, 'aws:sourceIP', undefined)).toEqual({})
})
