import { describe, expect, it } from 'vitest'
import { ask, decisionOf, DEPLOY, everything, expectDecision, type Written } from '../testing/ask.ts'

type Context = Readonly<Record<string, string | readonly string[]>>

/** Whether the condition holds in this context, every other key being absent. */
const holds = (condition: Written, context: Context = {}): boolean =>
  decisionOf({ identity: [{ ...everything, Condition: condition }], context }) === 'Allow'
const op = (
  operator: string,
  value: unknown,
  ...asked: readonly (string | readonly string[])[]
): readonly boolean[] => asked.map(k => holds({ [operator]: { k: value } }, { k }))
const absent = (operator: string, value: unknown = 'a'): boolean => holds({ [operator]: { k: value } })

describe('a Condition', () => {
  it('[C1] operators and keys are AND-ed, values OR-ed, and for negated operators NOR-ed', () => {
    const both = { StringEquals: { a: '1', b: '2' }, StringLike: { c: '3*' } }
    expect(holds(both, { a: '1', b: '2', c: '33' })).toBe(true)
    expect(holds(both, { a: '1', b: 'x', c: '33' })).toBe(false)
    expect(holds(both, { a: '1', b: '2', c: 'x' })).toBe(false)
    expect(op('StringEquals', ['a', 'b'], 'a', 'b', 'c')).toEqual([true, true, false])
    expect(op('StringNotEquals', ['a', 'b'], 'a', 'b', 'c')).toEqual([false, false, true])
  })

  it('[C2] key names are without case, tag names inside them too', () => {
    expect(
      holds({ StringEquals: { 'AWS:principaltag/TEAM': 'red' } }, { 'aws:PrincipalTag/Team': 'red' }),
    ).toBe(true)
    expect(
      holds({ StringEquals: { 'aws:PrincipalTag/Team': 'Red' } }, { 'aws:PrincipalTag/Team': 'red' }),
    ).toBe(false)
  })

  it('[C3] an absent key: positive false, negated true, IfExists true, ForAllValues true, ForAnyValue false', () => {
    const positive = [
      'StringEquals',
      'StringLike',
      'NumericLessThan',
      'DateGreaterThan',
      'Bool',
      'IpAddress',
      'ArnLike',
      'BinaryEquals',
    ]
    const negated = [
      'StringNotEquals',
      'StringNotLike',
      'NumericNotEquals',
      'DateNotEquals',
      'NotIpAddress',
      'ArnNotLike',
    ]
    expect(positive.filter(operator => absent(operator))).toEqual([])
    expect(negated.filter(operator => !absent(operator))).toEqual([])
    expect([...positive, ...negated].filter(operator => !absent(`${operator}IfExists`))).toEqual([])
    expect([...positive, ...negated].filter(operator => !absent(`ForAllValues:${operator}`))).toEqual([])
    expect([...positive, ...negated].filter(operator => absent(`ForAnyValue:${operator}`))).toEqual([])
    expect(absent('Null', 'true')).toBe(true)
  })

  it('[C3] the classic: a long-term key carries no MFA key at all, and Bool false does not see it', () => {
    const fence = (operator: string): Written => ({
      ...everything,
      Effect: 'Deny',
      Condition: { [operator]: { 'aws:MultiFactorAuthPresent': 'false' } },
    })
    expectDecision({ identity: [everything, fence('Bool')] }, 'Allow')
    expectDecision({ identity: [everything, fence('BoolIfExists')] }, 'ExplicitDeny')
  })

  it('[C4] operator names are without case, and IfExists goes with every operator but Null', () => {
    expect(op('stringequals', 'a', 'a', 'b')).toEqual([true, false])
    expect(op('foranyvalue:STRINGLIKEifexists', 'a*', ['b', 'ab'], ['b'])).toEqual([true, false])
    expect(absent('NullIfExists', 'true')).toBe(false)
  })

  it('[C5] Null "true" asks that the key is absent, and an empty string counts as absent', () => {
    expect(op('Null', 'true', 'a', '', [])).toEqual([false, true, true])
    expect(op('Null', 'false', 'a', '', [])).toEqual([true, false, false])
    expect(op('Null', true, 'a', '')).toEqual([false, true])
    expect(absent('Null', 'false')).toBe(false)
  })

  it('[C6] ForAllValues: every value of the request matches one; ForAnyValue: some does', () => {
    expect(op('ForAllValues:StringEquals', ['a', 'b'], ['a'], ['a', 'b'], ['a', 'c'], [])).toEqual([
      true,
      true,
      false,
      true,
    ])
    expect(op('ForAnyValue:StringEquals', ['a', 'b'], ['a'], ['c', 'b'], ['c'], [])).toEqual([
      true,
      true,
      false,
      false,
    ])
    expect(op('ForAllValues:StringNotEquals', ['a', 'b'], ['c'], ['c', 'a'])).toEqual([true, false])
    expect(op('ForAnyValue:StringNotEquals', ['a', 'b'], ['a', 'c'], ['a', 'b'])).toEqual([true, false])
  })

  it('[C6] a multivalued key without a set operator never matches', () => {
    expect(op('StringEquals', ['a', 'b'], ['a', 'b'])).toEqual([false])
    expect(op('StringNotEquals', 'c', ['a', 'b'])).toEqual([false])
  })

  it('[C7] the String operators; Unicode is not normalised', () => {
    expect(op('StringEquals', 'Aa', 'Aa', 'aa', 'A*')).toEqual([true, false, false])
    expect(op('StringEquals', 'a*', 'ab', 'a*')).toEqual([false, true])
    expect(op('StringNotEquals', 'Aa', 'Aa', 'aa')).toEqual([false, true])
    expect(op('StringEqualsIgnoreCase', 'Aa', 'aA', 'ab')).toEqual([true, false])
    expect(op('StringNotEqualsIgnoreCase', 'Aa', 'aA', 'ab')).toEqual([false, true])
    expect(op('StringLike', 'a*b?', 'a--bc', 'ab', 'A--bc')).toEqual([true, false, false])
    expect(op('StringNotLike', 'a*', 'ab', 'b')).toEqual([false, true])
    expect(op('StringEquals', '\u00e9', '\u00e9', 'e\u0301')).toEqual([true, false])
  })

  it('[C8] the Numeric operators, over integers and decimals; `10abc` is no number', () => {
    expect(op('NumericEquals', '10', '10', '10.0', '11', '10abc')).toEqual([true, true, false, false])
    expect(op('NumericNotEquals', '10', '10', '11')).toEqual([false, true])
    expect(op('NumericLessThan', 10, '9.5', '10', '-1', 'x', '')).toEqual([true, false, true, false, false])
    expect(op('NumericLessThanEquals', '10', '10', '10.01')).toEqual([true, false])
    expect(op('NumericGreaterThan', '10', '10.5', '10')).toEqual([true, false])
    expect(op('NumericGreaterThanEquals', '10', '10', '9')).toEqual([true, false])
    expect(op('NumericEquals', '10abc', '10')).toEqual([false])
  })

  it('[C9] the Date operators, over ISO 8601 and epoch seconds', () => {
    const noon = '2026-03-01T12:00:00Z'
    expect(
      op('DateEquals', noon, '1772366400', '2026-03-01T13:00:00+01:00', '2026-03-01T12:00:00.000Z'),
    ).toEqual([true, true, true])
    expect(op('DateEquals', '1772366400', noon, '1772366400000')).toEqual([true, false])
    expect(op('DateLessThan', noon, '2026-03-01', '2026-03-02', 'yesterday')).toEqual([true, false, false])
    expect(op('DateGreaterThan', noon, '2026-03-01T12:00:01Z', noon)).toEqual([true, false])
    expect(op('DateLessThanEquals', noon, noon)).toEqual([true])
    expect(op('DateGreaterThanEquals', noon, noon)).toEqual([true])
    expect(op('DateNotEquals', noon, noon, '2026-03-02')).toEqual([false, true])
  })

  it('[C9] a day or a minute that no calendar has is no date', () => {
    const never = ['2026-02-30', '2026-04-31', '2026-01-01T10:75:00Z', '2026-01-01T25:00:00Z']
    for (const text of never) {
      expect(op('DateLessThan', text, '2026-01-01')).toEqual([false])
      expect(op('DateNotEquals', text, '2026-01-01')).toEqual([true])
    }
    expect(op('DateLessThan', '2028-02-29', '2028-02-28')).toEqual([true])
  })

  it('[C10] Bool: any case, and what is not `true` counts as false', () => {
    expect(op('Bool', 'true', 'true', 'TRUE', 'false', 'yes')).toEqual([true, true, false, false])
    expect(op('Bool', false, 'false', 'no', 'True')).toEqual([true, true, false])
  })

  it('[C11] BinaryEquals compares the bytes of base64', () => {
    expect(op('BinaryEquals', 'QmluYXJ5', 'QmluYXJ5', 'qmluYXJ5')).toEqual([true, false])
    expect(op('BinaryEquals', 'QQ==', 'QQ==', 'QQ', '*')).toEqual([true, true, false])
  })

  it('[C12] IpAddress compares addresses as numbers, IPv4 and IPv6', () => {
    expect(op('IpAddress', '0.0.0.0/0', '0.0.0.0', '203.0.113.9', '2001:db8::1')).toEqual([true, true, false])
    expect(op('IpAddress', '203.0.113.0/24', '203.0.113.255', '203.0.114.0', '203.0.113')).toEqual([
      true,
      false,
      false,
    ])
    expect(op('IpAddress', '203.0.113.7', '203.0.113.7', '203.0.113.8')).toEqual([true, false])
    expect(op('IpAddress', '203.0.113.7/32', '203.0.113.7', '203.0.113.6')).toEqual([true, false])
    expect(op('IpAddress', '2001:DB8::1', '2001:0db8:0000:0000:0000:0000:0000:0001', '2001:db8::2')).toEqual([
      true,
      false,
    ])
    expect(op('IpAddress', '2001:db8::/32', '2001:db8:ffff::', '2001:db9::')).toEqual([true, false])
    expect(op('IpAddress', '10.0.0.0/33', '10.0.0.0')).toEqual([false])
    expect(op('IpAddress', 'office', '10.0.0.0')).toEqual([false])
  })

  it('[C12] an IPv4 rule never matches an IPv6 address, so NotIpAddress is then true', () => {
    expect(op('NotIpAddress', '203.0.113.0/24', '203.0.113.1', '198.51.100.1', '2001:db8::1')).toEqual([
      false,
      true,
      true,
    ])
    expect(op('NotIpAddress', '0.0.0.0/0', '203.0.113.1', '2001:db8::1')).toEqual([false, true])
  })

  it('[C13] ArnEquals is ArnLike: six components, each with wildcards of its own, case-sensitive', () => {
    const topic = 'arn:aws:sns:eu-west-1:111122223333:alerts'
    for (const operator of ['ArnEquals', 'ArnLike']) {
      expect(op(operator, 'arn:aws:sns:*:111122223333:*', topic, topic.replace('sns', 'sqs'))).toEqual([
        true,
        false,
      ])
      expect(op(operator, 'arn:aws:sns:*:alerts', topic)).toEqual([false])
      expect(op(operator, topic.replace('alerts', 'Alerts'), topic)).toEqual([false])
      expect(op(operator, topic.replace('arn:aws', 'arn:AWS'), topic)).toEqual([false])
    }
    for (const operator of ['ArnNotEquals', 'ArnNotLike']) {
      expect(op(operator, 'arn:aws:sns:*:*:*', topic, topic.replace('sns', 'sqs'))).toEqual([false, true])
    }
  })

  it('[C13] what is no ARN never matches, negated or not', () => {
    expect(op('ArnLike', 'arn:aws:sns:*:*:*', 'alerts', 'arn:aws:sns')).toEqual([false, false])
    expect(op('ArnNotLike', 'arn:aws:sns:*:*:*', 'alerts', 'arn:aws:sns')).toEqual([false, false])
    expect(op('ArnNotLike', 'alerts', DEPLOY)).toEqual([false])
  })

  it('[C14] an unknown operator never matches, and the answer says so', () => {
    const typo = { StringEqual: { k: 'a' } }
    expect(holds(typo, { k: 'a' })).toBe(false)
    const deny: Written = { ...everything, Effect: 'Deny', Condition: typo }
    const { decision, gates } = ask({ identity: [everything, deny], context: { k: 'a' } })
    expect(decision).toBe('Allow')
    const conditions = gates
      .find(({ gate }) => gate === 'identity')
      ?.policies[0]?.statements[1]?.elements.flatMap(element => element.conditions)
    expect(conditions).toMatchObject([{ note: 'unknown-operator', outcome: 'unevaluated' }])
    for (const operator of [
      'ForAnyValues:StringLike',
      'StringLikeIfExist',
      'ForAnyValue:',
      '',
      'NumericNotLessThan',
      'IpAddressNot',
    ]) {
      expect([operator, absent(operator)]).toEqual([operator, false])
    }
  })

  it('[C15] a key that the request does not carry is absent, and the trace says so', () => {
    const { gates } = ask({
      identity: [{ ...everything, Condition: { StringEquals: { 's3:prefix': 'a' } } }],
    })
    const condition = gates.find(({ gate }) => gate === 'identity')?.policies[0]?.statements[0]?.elements[2]
      ?.conditions[0]
    expect(condition).toMatchObject({ requested: 'absent', note: 'key-absent', outcome: 'failed' })
  })

  it('[C16] a key that nobody has told makes the answer depend, and the answer names it with the values that decide', () => {
    const fence: Written = {
      ...everything,
      Effect: 'Deny',
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    }
    const open = { identity: [everything, fence], missingKeys: 'unknown' as const }
    const answer = ask(open)
    expect(answer.decision).toBe('DependsOnContext')
    expect(answer.determining).toEqual([{ policyId: 'identity', at: '/Statement/1' }])
    expect(answer.dependsOn).toEqual([
      {
        key: 'aws:SecureTransport',
        places: [{ policyId: 'identity', at: '/Statement/1/Condition/Bool/aws:SecureTransport' }],
        decidingValues: ['false'],
      },
    ])
  })

  it('[C16] a key can be pinned as present or absent', () => {
    const fence: Written = {
      ...everything,
      Effect: 'Deny',
      Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } },
    }
    const open = { identity: [everything, fence], missingKeys: 'unknown' as const }
    expectDecision(open, 'DependsOnContext')
    expectDecision({ ...open, context: { 'aws:MultiFactorAuthPresent': 'true' } }, 'Allow')
    expectDecision({ ...open, context: { 'aws:MultiFactorAuthPresent': [] } }, 'ExplicitDeny')
  })

  it('[C16] what is decided without the key does not hang on it', () => {
    const perhaps: Written = { ...everything, Condition: { StringEquals: { k: 'a' } } }
    const unknown = { missingKeys: 'unknown' as const }
    expectDecision({ ...unknown, identity: [perhaps] }, 'DependsOnContext')
    expectDecision({ ...unknown, identity: [perhaps, everything] }, 'Allow')
    expectDecision({ ...unknown, identity: [{ ...perhaps, Action: 'ec2:*' }] }, 'ImplicitDeny')
    expectDecision(
      {
        ...unknown,
        identity: [everything, { ...perhaps, Effect: 'Deny' }, { ...everything, Effect: 'Deny' }],
      },
      'ExplicitDeny',
    )
    expectDecision({ ...unknown, identity: [{ ...perhaps, Effect: 'Deny' }] }, 'ImplicitDeny')
    expectDecision(
      { ...unknown, identity: [perhaps], boundary: [{ ...everything, Action: 'ec2:*' }] },
      'ImplicitDeny',
    )
  })

  it('[C16] an unknown variable leaves open only what it could reach', () => {
    const own = (Resource: string) => ({
      identity: [{ Action: 's3:*', Resource }],
      missingKeys: 'unknown' as const,
    })
    const tag = '${aws:PrincipalTag/team}'
    const asked = own(`arn:aws:s3:::reports/${tag}`)
    expect(ask(asked)).toMatchObject({
      decision: 'DependsOnContext',
      dependsOn: [{ key: 'aws:PrincipalTag/team' }],
    })
    expectDecision(own(`arn:aws:s3:::payroll/${tag}`), 'ImplicitDeny')
  })
})
