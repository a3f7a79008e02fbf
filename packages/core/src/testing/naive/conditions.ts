import { type Maybe, and, not, or } from './maybe.ts'
import { listOf, type NaiveStatement } from './document.ts'
import { arnParts, covers, literal, type Symbols } from './symbols.ts'
import { ABSENT, type NaiveContext, substituted, UNKNOWN } from './values.ts'
import { address } from './addresses.ts'

/** Operators AND, keys AND. [C1] */
export function conditionsHold(
  { Condition }: NaiveStatement,
  version: string | undefined,
  context: NaiveContext,
): Maybe {
  return and(
    Object.entries(Condition ?? {}).flatMap(([operator, keys]) =>
      Object.entries(keys).map(([key, value]) =>
        holds(operator.toLowerCase(), key, listOf(value).map(String), version === '2012-10-17', context),
      ),
    ),
  )
}

const kinds: Readonly<Record<string, string>> = {
  stringequals: 'text',
  stringequalsignorecase: 'anycase',
  stringlike: 'like',
  numericequals: 'number =',
  numericlessthan: 'number <',
  numericlessthanequals: 'number <=',
  numericgreaterthan: 'number >',
  numericgreaterthanequals: 'number >=',
  dateequals: 'date =',
  datelessthan: 'date <',
  datelessthanequals: 'date <=',
  dategreaterthan: 'date >',
  dategreaterthanequals: 'date >=',
  bool: 'bool',
  binaryequals: 'binary',
  ipaddress: 'ip',
  arnequals: 'arn',
  arnlike: 'arn',
}

function holds(
  operator: string,
  key: string,
  values: readonly string[],
  variables: boolean,
  context: NaiveContext,
): Maybe {
  const found = context(key.toLowerCase())
  if (operator === 'null') return nullHolds(found, values)
  const set = /^(forallvalues|foranyvalue):/.exec(operator)?.[1]
  const bare = operator.replace(/^(forallvalues|foranyvalue):/, '')
  const ifExists = bare.endsWith('ifexists')
  const base = bare.replace(/ifexists$/, '')
  const negated = base.includes('not')
  const kind = kinds[base.replace('not', '')]
  // BinaryEquals and the comparisons have no negated form.
  if (!kind || (negated && !/^(text|anycase|like|number =|date =|ip|arn)$/.test(kind))) return false
  if (found === UNKNOWN) return 'maybe'
  if (found === ABSENT) return set === 'forallvalues' || ifExists || (set !== 'foranyvalue' && negated)
  if (typeof found !== 'string' && !set) return false
  const each = listOf<string>(found).map(asked => {
    if (
      kind === 'arn' &&
      values.length > 0 &&
      values.every(value => !comparable(asked, value, variables, context))
    )
      return false
    const some = or(values.map(value => compare(kind, asked, value, variables, context)))
    return negated ? not(some) : some
  })
  return set === 'foranyvalue' ? or(each) : and(each)
}

function nullHolds(found: ReturnType<NaiveContext>, values: readonly string[]): Maybe {
  if (found === UNKNOWN) return values.length > 0 ? 'maybe' : false
  const absent = found === ABSENT || listOf<string>(found).every(text => text === '')
  return values.some(value => (value.toLowerCase() === 'true') === absent)
}

/** Whether both are ARNs; where a variable is not known it may be. [C13] */
function comparable(asked: string, value: string, variables: boolean, context: NaiveContext): boolean {
  const symbols = substituted(value, variables, true, context)
  if (symbols === 'none' || symbols === 'maybe') return true
  return isArn(asked) && splitSymbols(symbols).length === 6
}

const isArn = (text: string) => arnParts(text).length === 6 && text.startsWith('arn:')

function splitSymbols(symbols: Symbols): string[][] {
  const parts: string[][] = [[]]
  for (const symbol of symbols) {
    if (symbol === ':' && parts.length < 6) parts.push([])
    else parts.at(-1)?.push(symbol)
  }
  return parts
}

function compare(
  kind: string,
  asked: string,
  value: string,
  variables: boolean,
  context: NaiveContext,
): Maybe {
  const takesVariables = variables && /^(text|anycase|like|arn|bool)$/.test(kind)
  const symbols = substituted(value, takesVariables, kind === 'like' || kind === 'arn', context)
  if (symbols === 'maybe') return 'maybe'
  if (symbols === 'none') return false
  const text = symbols.join('')
  const [type, sign] = kind.split(' ')
  switch (type) {
    case 'text':
      return text === asked
    case 'anycase':
      return text.toLowerCase() === asked.toLowerCase()
    case 'like':
      return covers(symbols, literal(asked))
    case 'number':
      return ordered(sign, number(asked), number(text))
    case 'date':
      return ordered(sign, date(asked), date(text))
    case 'bool':
      return (asked.toLowerCase() === 'true') === (text.toLowerCase() === 'true')
    case 'binary':
      return asked.replace(/=+$/, '') === text.replace(/=+$/, '')
    case 'ip':
      return address(asked, text)
    default: {
      const parts = splitSymbols(symbols)
      return (
        isArn(asked) &&
        parts.length === 6 &&
        parts.every((part, index) => covers(part, literal(arnParts(asked)[index] ?? '')))
      )
    }
  }
}

function ordered(sign: string | undefined, left: number, right: number): boolean {
  if (sign === '=') return left === right
  if (sign === '<') return left < right
  if (sign === '<=') return left <= right
  return sign === '>' ? left > right : left >= right
}

/** Not a number compares with nothing, which makes every comparison false. [C8] */
const number = (text: string): number => (/^[+-]?(\d+\.?\d*|\.\d+)$/.test(text) ? Number(text) : Number.NaN)

/** Epoch seconds or ISO 8601. [C9] */
function date(text: string): number {
  // Four digits are a year.
  if (/^-?\d+(\.\d+)?$/.test(text) && !/^\d{4}$/.test(text)) return Number(text) * 1000
  const found = /^(\d{4})(-\d\d)?(-\d\d)?(T\d\d:\d\d)?(:\d\d)?(\.\d+)?(Z|[+-]\d\d:\d\d)?$/.exec(text)
  if (!found) return Number.NaN
  const [, year = '', month = '-01', day = '-01', time = 'T00:00', seconds = ':00', rest = '', zone = 'Z'] =
    found
  const written = `${year}${month}${day}${time}${seconds}`
  const utc = Date.parse(`${written}Z`)
  // There is no 30th of February, and no 75th minute.
  if (Number.isNaN(utc) || new Date(utc).toISOString().slice(0, 19) !== written) return Number.NaN
  const [sign, hours = 0, minutes = 0] =
    zone === 'Z' ? [1] : [zone.startsWith('-') ? -1 : 1, Number(zone.slice(1, 3)), Number(zone.slice(4))]
  return utc + Number(`0${rest}`) * 1000 - sign * (hours * 60 + minutes) * 60_000
}
