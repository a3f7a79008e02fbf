/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */

export type ValueTest =
  | 'string'
  | 'string-ignore-case'
  | 'string-like'
  | 'numeric'
  | 'date'
  | 'bool'
  | 'binary'
  | 'ip'
  | 'arn'
  | 'null'

export type Comparison = '=' | '<' | '<=' | '>' | '>='

export interface Operator {
  readonly test: ValueTest
  readonly comparison: Comparison
  /** NotEquals and its like: the values are NOR. [C1] */
  readonly negated: boolean
  readonly ifExists: boolean
  readonly set: 'ForAllValues' | 'ForAnyValue' | undefined
}

type Base = Pick<Operator, 'test' | 'comparison' | 'negated'>

const is = (test: ValueTest, comparison: Comparison = '='): Base => ({ test, comparison, negated: false })
const isNot = (test: ValueTest): Base => ({ test, comparison: '=', negated: true })

function ordered(prefix: string, test: ValueTest): [string, Base][] {
  return [
    [`${prefix}Equals`, is(test)],
    [`${prefix}NotEquals`, isNot(test)],
    [`${prefix}LessThan`, is(test, '<')],
    [`${prefix}LessThanEquals`, is(test, '<=')],
    [`${prefix}GreaterThan`, is(test, '>')],
    [`${prefix}GreaterThanEquals`, is(test, '>=')],
  ]
}

const named: readonly (readonly [string, Base])[] = [
  ['StringEquals', is('string')],
  ['StringNotEquals', isNot('string')],
  ['StringEqualsIgnoreCase', is('string-ignore-case')],
  ['StringNotEqualsIgnoreCase', isNot('string-ignore-case')],
  ['StringLike', is('string-like')],
  ['StringNotLike', isNot('string-like')],
  ...ordered('Numeric', 'numeric'),
  ...ordered('Date', 'date'),
  ['Bool', is('bool')],
  ['BinaryEquals', is('binary')],
  ['IpAddress', is('ip')],
  ['NotIpAddress', isNot('ip')],
  // ArnEquals is ArnLike, in AWS's own words. [C13]
  ['ArnEquals', is('arn')],
  ['ArnLike', is('arn')],
  ['ArnNotEquals', isNot('arn')],
  ['ArnNotLike', isNot('arn')],
  ['Null', is('null')],
]

/** The operators as AWS spells them, without set prefix and IfExists. */
export const OPERATOR_NAMES: readonly string[] = named.map(([name]) => name)

const bases: ReadonlyMap<string, Base> = new Map(named.map(([name, base]) => [name.toLowerCase(), base]))

const sets: ReadonlyMap<string, Operator['set']> = new Map([
  ['forallvalues', 'ForAllValues'],
  ['foranyvalue', 'ForAnyValue'],
])

/** Reads an operator's name, in any case [C4]; `undefined` for one that AWS does not have. [C14] */
export function operatorOf(name: string): Operator | undefined {
  let rest = name.toLowerCase()
  let set: Operator['set']
  const colon = rest.indexOf(':')
  if (colon >= 0) {
    set = sets.get(rest.slice(0, colon))
    if (!set) return undefined
    rest = rest.slice(colon + 1)
  }
  const ifExists = rest.endsWith('ifexists')
  const base = bases.get(ifExists ? rest.slice(0, -'ifexists'.length) : rest)
  if (!base || (base.test === 'null' && (ifExists || set))) return undefined
  return { ...base, ifExists, set }
}

/** Variables are put into values of these operators only. [V2, X2] */
export const takesVariables = ({ test }: Operator): boolean =>
  test === 'string' ||
  test === 'string-ignore-case' ||
  test === 'string-like' ||
  test === 'arn' ||
  test === 'bool'

export const takesWildcards = ({ test }: Operator): boolean => test === 'string-like' || test === 'arn'
