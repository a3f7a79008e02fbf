import { splitArn } from '../arn.ts'
import { inRange } from './ip.ts'
import { dateOf, numberOf } from './value-tests.ts'

/** The types of values that condition operators compare, beside plain text. */
export type ValueForm = 'ip' | 'date' | 'number' | 'bool' | 'arn'

/** Whether a request's value can be compared as this type at all. One that cannot never matches. [C8–C13] */
export function readsAs(form: ValueForm, text: string): boolean {
  switch (form) {
    case 'ip':
      return inRange(text, '0.0.0.0/0') !== 'invalid'
    case 'date':
      return dateOf(text) !== undefined
    case 'number':
      return numberOf(text) !== undefined
    case 'bool':
      return /^(?:true|false)$/i.test(text)
    case 'arn':
      return splitArn(text).length >= 6 && text.startsWith('arn:')
  }
}
