import { describe, expect, it } from 'vitest'
import { accountOfArn, splitArn, parseArn, printArn } from './arn.ts'

describe('an ARN', () => {
  it('[M3] splits at the first five colons, and the sixth part is all the rest', () => {
    const text = 'arn:aws:logs:eu-west-1:111122223333:log-group:/aws/lambda/f:log-stream:2024'
    expect(parseArn(text)).toEqual({
      partition: 'aws',
      service: 'logs',
      region: 'eu-west-1',
      account: '111122223333',
      resource: 'log-group:/aws/lambda/f:log-stream:2024',
    })
    expect(printArn(parseArn(text)!)).toBe(text)
  })

  it('[V8] does not split inside a policy variable', () => {
    expect(splitArn('arn:aws:sqs:${aws:RequestedRegion}:${aws:PrincipalAccount}:q')).toEqual([
      'arn',
      'aws',
      'sqs',
      '${aws:RequestedRegion}',
      '${aws:PrincipalAccount}',
      'q',
    ])
    expect(splitArn('arn:aws:s3:::b/${unclosed:x')).toHaveLength(6)
  })

  it('[M5] is short with fewer than six parts, and then no ARN of its own', () => {
    expect(splitArn('arn:aws:s3')).toHaveLength(3)
    expect(parseArn('arn:aws:s3')).toBeUndefined()
    expect(parseArn('placeholder')).toBeUndefined()
  })

  it('names an account where it has twelve digits', () => {
    expect(accountOfArn('arn:aws:iam::111122223333:user/alice')).toBe('111122223333')
    expect(accountOfArn('arn:aws:s3:::reports')).toBeUndefined()
    expect(accountOfArn('arn:aws:iam::aws:policy/AdministratorAccess')).toBeUndefined()
  })
})
