import fc from 'fast-check'
import { A, B, list, perhaps, some } from './arbitrary-vocabulary.ts'

/** One type of operators with values of its type, some that are not, and the keys that carry such values. */
interface Kind {
  readonly operators: readonly string[]
  readonly values: readonly string[]
  readonly keys: readonly string[]
}

const ordered = (prefix: string): string[] =>
  ['Equals', 'NotEquals', 'LessThan', 'LessThanEquals', 'GreaterThan', 'GreaterThanEquals'].map(
    name => prefix + name,
  )

const text: Kind = {
  operators: [
    'StringEquals',
    'StringNotEquals',
    'stringlike',
    'StringLike',
    'StringNotLike',
    'StringEqualsIgnoreCase',
    'STRINGNOTEQUALSIGNORECASE',
  ],
  values: [
    'reports',
    're*',
    'RED',
    '*',
    'a?',
    '',
    '${aws:username}',
    '${aws:PrincipalTag/team}',
    '${AWS:principaltag/TEAM}*',
    '${nothing}',
    "${nothing, 'red'}",
    "${aws:PrincipalTag/team, 'red'}",
    '${aws:TagKeys}',
    '${*}',
    'a${*}',
    '${',
  ],
  keys: ['aws:PrincipalTag/team', 'AWS:principaltag/TEAM', 'aws:username', 'aws:TagKeys', 'aws:SourceVpce'],
}

const kinds: readonly Kind[] = [
  text,
  text,
  {
    operators: [...ordered('Numeric'), 'numericequals'],
    values: ['7', '10', '10abc', '-1.5', '7.0', '+12', '.5', '1e3', '', '07'],
    keys: ['s3:max-keys'],
  },
  {
    operators: ordered('Date'),
    values: [
      '2026-01-01T00:00:00Z',
      '1767225600',
      '1767225600.5',
      '2026-01-01',
      '2026-01',
      '2026',
      '2026-01-01T02:00:00+02:00',
      '2026-01-01T02:00+02:00',
      '2026-01-01T00:00:00.5Z',
      '2026-02-30',
      '2026-01-01T10:75:00Z',
      '2026-01-01T25:00:00Z',
      'never',
    ],
    keys: ['aws:CurrentTime', 'aws:EpochTime'],
  },
  {
    operators: ['Bool', 'BOOL'],
    values: ['true', 'False', 'TRUE', 'yes', '${aws:SecureTransport}'],
    keys: ['aws:SecureTransport', 'aws:SecureTransport', 'aws:ViaAWSService', 'aws:PrincipalIsAWSService'],
  },
  {
    operators: ['StringEquals', 'StringNotEquals', 'StringLike', 'StringEqualsIgnoreCase'],
    values: [A, A, 'o-abcdefghij', 'eu-west-1', 'User', 'AssumedRole', 'reports', '${aws:PrincipalAccount}'],
    keys: [
      'aws:ResourceAccount',
      'aws:ResourceAccount',
      'aws:PrincipalAccount',
      'aws:PrincipalOrgID',
      'aws:ResourceOrgID',
      'aws:RequestedRegion',
      'aws:ResourceTag/team',
      'aws:PrincipalType',
      'kms:CallerAccount',
    ],
  },
  {
    operators: ['IpAddress', 'NotIpAddress', 'notipaddress'],
    values: [
      '10.0.0.0/8',
      '10.1.2.3',
      '0.0.0.0/0',
      '10.1.2.3/33',
      '10.1.2.300',
      '10.1.2',
      '2001:db8::/32',
      '2001:DB8:0:0:0:0:0:1',
      '::ffff:10.1.2.3/120',
      '::/0',
      '1::2::3',
      'nowhere',
    ],
    keys: ['aws:SourceIp'],
  },
  {
    operators: ['ArnLike', 'ArnNotLike', 'ArnEquals', 'ArnNotEquals', 'arnnotequals'],
    values: [
      `arn:aws:iam::${A}:user/*`,
      `arn:aws:iam::${A}:role/deploy`,
      `arn:aws:*::${A}:*`,
      `arn:aws:iam::${A}:user/\${aws:username}`,
      'arn:aws:iam::*:*',
      'alice',
      '*',
      'arn:aws:iam::${nothing}:user/alice',
      `arn:AWS:iam::${A}:user/alice`,
    ],
    keys: ['aws:PrincipalArn', 'aws:SourceArn'],
  },
  { operators: ['BinaryEquals'], values: ['QQ==', 'QQ', 'Qg=='], keys: ['aws:PrincipalTag/team'] },
  {
    operators: [
      'StringEqual',
      'ForAnyValues:StringEquals',
      'NullIfExists',
      'BinaryNotEquals',
      'IfExists',
      '',
    ],
    values: ['reports'],
    keys: text.keys,
  },
]

const keys = [...new Set(kinds.flatMap(kind => kind.keys))]

const entry = some(...kinds).chain(kind =>
  fc
    .tuple(
      some(...kind.operators),
      some('', '', '', '', '', '', 'ForAllValues:', 'ForAnyValue:', 'forallvalues:'),
      some('', '', '', '', 'IfExists', 'ifexists'),
      fc.oneof({ weight: 6, arbitrary: some(...kind.keys) }, { weight: 1, arbitrary: some(...keys) }),
      list(some(...kind.values)),
    )
    .map(([operator, set, suffix, key, value]): [string, string, unknown] => [
      /^$|^IfExists|:|^NullIf/.test(operator) ? operator : `${set}${operator}${suffix}`,
      key,
      value,
    ]),
)
const nullEntry = fc.tuple(
  some('Null', 'null'),
  some(...keys),
  some<unknown>('true', 'false', true, 'TRUE', ['true', 'false']),
)

export const condition = fc
  .array(fc.oneof({ weight: 6, arbitrary: entry }, { weight: 1, arbitrary: nullEntry }), {
    minLength: 1,
    maxLength: 2,
  })
  .map(entries => {
    const all: Record<string, Record<string, unknown>> = {}
    for (const [operator, key, value] of entries) all[operator] = { ...all[operator], [key]: value }
    return { Condition: all }
  })

type Values = string | readonly string[]

/** The keys that the conditions ask for and no caller fills in, with what a request may carry. */
export const told: Readonly<Record<string, fc.Arbitrary<Values>>> = {
  'aws:PrincipalTag/team': some<Values>(
    'reports',
    'reports',
    'red',
    'RED',
    'a*',
    '*',
    '',
    'QQ',
    [],
    ['reports'],
  ),
  'aws:SourceIp': some<Values>(
    '10.1.2.3',
    '10.1.2.3',
    '192.0.2.1',
    '2001:db8::1',
    '::ffff:10.1.2.3',
    'x',
    [],
  ),
  's3:max-keys': some<Values>('7', '7', '12', '0.5', 'many', []),
  'aws:TagKeys': some<Values>(['reports'], ['a1', 'red'], ['reports', 'RED'], [''], 'reports', []),
  'aws:CurrentTime': some<Values>(
    '2026-01-01T00:00:00Z',
    '1767225601',
    '2025-12-31',
    '2026-01-01T00:00Z',
    [],
  ),
  'aws:EpochTime': some<Values>('1767225600', '1767225601', '2026', []),
  'aws:SecureTransport': some<Values>('true', 'false', 'True', []),
  'aws:SourceArn': some<Values>(`arn:aws:iam::${A}:user/alice`, 'arn:aws:s3:::reports', 'alice', []),
  'aws:ResourceTag/team': some<Values>('reports', 'red', []),
  'aws:ViaAWSService': some<Values>('true', 'false', []),
  'aws:RequestedRegion': some<Values>('eu-west-1', 'us-east-1', []),
  'aws:PrincipalOrgID': some<Values>('o-abcdefghij', 'o-otherothero', []),
  'kms:CallerAccount': some<Values>(A, B, []),
  'aws:SourceVpce': some<Values>('vpce-1', 'reports', []),
}

export type Context = Readonly<Record<string, Values>>

/** Most keys are not mentioned, for an answer to depend on. */
export const context: fc.Arbitrary<Context> = fc
  .record(Object.fromEntries(Object.entries(told).map(([key, values]) => [key, perhaps(values, 4)])))
  .map(all => Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Context)

/** Every key that conditions and variables ask for is told, or told to be absent. */
export const completing = (known: Context): fc.Arbitrary<Context> =>
  fc
    .record(
      Object.fromEntries(
        Object.entries(told).map(([key, values]) => [key, fc.oneof(values, fc.constant([]))]),
      ),
    )
    .map(rest => ({ ...(rest as Context), ...known }))
