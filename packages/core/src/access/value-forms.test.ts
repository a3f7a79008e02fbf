import { expect, it } from 'vitest'
import { readsAs, type ValueForm } from './value-forms.ts'

it.each<readonly [ValueForm, readonly string[], readonly string[]]>([
  ['ip', ['203.0.113.1', '2001:db8::1'], ['', '203.0.113', '203.0.113.256', '203.0.113.0/24', 'office']],
  ['date', ['2026-01-15T10:00:00Z', '2026-01-15', '1768471200'], ['', 'tomorrow', '2026-02-30', '10:00']],
  ['number', ['0', '-1.5'], ['', '10abc', '1e3']],
  ['bool', ['true', 'False'], ['', 'yes', '1']],
  ['arn', ['arn:aws:s3:::b', 'arn:aws:iam::1:role/x:y'], ['', 'b', 'arn:aws:s3']],
])('[C8–C13] a value that can be compared as %s is told from one that cannot', (form, good, bad) => {
  expect(good.filter(text => !readsAs(form, text))).toEqual([])
  expect(bad.filter(text => readsAs(form, text))).toEqual([])
})
