import { readsAs, type ValueForm } from '@iam-canvas/core/value-forms'

/** How a key's value is given: one of the types that conditions compare, a moment picked from a calendar, or text. */
export type KeyForm = ValueForm | 'moment' | 'text'

interface Spelling {
  readonly pattern: RegExp
  readonly example: string
}

/** Ids that AWS always spells one way: a value of another form is a mistake. */
const spellings: Readonly<Record<string, Spelling>> = {
  'aws:requestedregion': { pattern: /^[a-z]{2}(?:-[a-z]+)+-\d{1,2}$/, example: 'eu-west-1' },
  'aws:sourcevpce': { pattern: /^vpce-[0-9a-f]{8,17}$/, example: 'vpce-0123456789abcdef0' },
  'aws:sourcevpc': { pattern: /^vpc-[0-9a-f]{8,17}$/, example: 'vpc-0123456789abcdef0' },
  'aws:principalorgid': { pattern: /^o-[a-z0-9]{10,32}$/, example: 'o-exampleorgid' },
  'aws:resourceorgid': { pattern: /^o-[a-z0-9]{10,32}$/, example: 'o-exampleorgid' },
  'aws:principalaccount': { pattern: /^\d{12}$/, example: '123456789012' },
  'aws:resourceaccount': { pattern: /^\d{12}$/, example: '123456789012' },
  'aws:sourceaccount': { pattern: /^\d{12}$/, example: '123456789012' },
}

const examples: Readonly<Record<KeyForm, readonly [what: string, example: string]>> = {
  ip: ['a single IP address', '203.0.113.10 or 2001:db8::1'],
  date: ['a date', '2026-01-15T10:00:00Z'],
  moment: ['a whole date with its time', '2026-01-15T10:00:00Z'],
  number: ['a number', '3600'],
  bool: ['true or false', 'true'],
  arn: ['an ARN', 'arn:aws:iam::123456789012:role/deploy'],
  text: ['a value', 'production'],
}

/** What is wrong with a value, as a sentence for the one who typed it; `undefined` when it is sound. */
export function problemWith(key: string, form: KeyForm, text: string): string | undefined {
  const [what, example] = examples[form]
  if (text.trim() === '') return `Needs ${what}, such as ${example}. Without one, choose Absent.`
  const spelling = spellings[key.toLowerCase()]
  if (spelling && !spelling.pattern.test(text))
    return `“${text}” is not how AWS spells this; it looks like ${spelling.example}.`
  if (form === 'text') return undefined
  return readsAs(form === 'moment' ? 'date' : form, text)
    ? undefined
    : `“${text}” is not ${what}, such as ${example}.`
}

/** The form of a key's values by the operators that policies compare them with. */
export function formByOperators(operators: readonly string[]): KeyForm {
  const tests = operators.map(operator => operator.toLowerCase())
  const named = (part: string) => tests.some(test => test.includes(part))
  if (named('ipaddress')) return 'ip'
  if (named('date')) return 'date'
  if (named('numeric')) return 'number'
  if (named('bool')) return 'bool'
  if (named('arn')) return 'arn'
  return 'text'
}
