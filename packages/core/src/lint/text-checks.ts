import { escapeName } from '../policy/json-places.ts'
import { type Check, guide } from './finding.ts'
import { fixOf, meantIn, parentOf, said } from './said-check.ts'
import { memberFrom } from './replaced-members.ts'
import type { LintSubject } from './subject.ts'
import { addFirst, removeRange, renameProperty, replaceValue } from './text-edit.ts'

const GRAMMAR = guide('reference_policies_grammar')
const VERSION = guide('reference_policies_elements_version')

/** What the parser says: whether the text is a policy at all. */
export const textChecks: readonly Check[] = [
  said(
    {
      code: 'syntax',
      severity: 'error',
      title: 'Text that is not JSON',
      why: 'AWS refuses a policy that is not strict JSON: no comments, no commas behind the last item, names and texts in double quotes.',
      page: GRAMMAR,
    },
    (_subject, { range, message }) =>
      message.endsWith('take it out') || message.endsWith('take this out')
        ? fixOf('Take it out', [{ ...range, insert: '' }])
        : undefined,
  ),
  said({
    code: 'not-a-policy',
    severity: 'error',
    title: 'JSON that is no policy',
    why: 'A policy is one object with `Version` and `Statement`. A list, a template or a single statement has to be put into one.',
    page: GRAMMAR,
  }),
  said(
    {
      code: 'duplicate-key',
      severity: 'error',
      title: 'A name that stands twice in one object',
      why: 'JSON readers keep only the last of two equal names, so the first silently does nothing. What it was to do belongs into the last: values of one key stand in one list.',
      page: GRAMMAR,
    },
    ({ parsed, text }, { range }) => {
      const member = memberFrom(parsed, range.from)
      const name = text.slice(range.from + 1, range.to - 1)
      const label = `Take out this \`${name}\`: the last one counts`
      return member && fixOf(label, [removeRange(text, member.from, member.to)])
    },
  ),
  said(
    {
      code: 'unknown-element',
      severity: 'error',
      title: 'Unknown or misspelt element',
      why: 'AWS knows a fixed set of element names, in exactly this case, and refuses a policy with any other.',
      page: guide('reference_policies_elements'),
    },
    ({ parsed }, { at, message }) => {
      const meant = meantIn(message)
      if (!meant || parsed.rangeOf(`${parentOf(at)}/${escapeName(meant)}`)) return undefined
      return fixOf(`Write \`${meant}\``, renameProperty(parsed, at, meant))
    },
  ),
  said({
    code: 'wrong-type',
    severity: 'error',
    title: 'Value of the wrong type',
    why: 'Each element takes one form of value; with another AWS refuses the whole policy.',
    page: GRAMMAR,
  }),
  said(
    {
      code: 'missing-version',
      severity: 'warning',
      title: 'Policy without Version',
      why: 'Without a `Version` AWS reads the policy in the language of 2008, in which `${aws:username}` and its like are plain text.',
      page: VERSION,
    },
    withVersion,
  ),
  said(
    {
      code: 'unknown-version',
      severity: 'error',
      title: 'Version that does not exist',
      why: '`Version` is the version of the policy language, not a date of your own. There are two, and `2012-10-17` is the current one.',
      page: VERSION,
    },
    withVersion,
  ),
  said({
    code: 'missing-statement',
    severity: 'error',
    title: 'Policy without Statement',
    why: 'The statements are the policy: without `Statement` there is nothing that could allow or deny.',
    page: guide('reference_policies_elements_statement'),
  }),
  said(
    {
      code: 'unknown-effect',
      severity: 'error',
      title: 'Effect other than Allow and Deny',
      why: 'The effect is case-sensitive: `ALLOW` is refused, and with it the whole policy.',
      page: guide('reference_policies_elements_effect'),
    },
    ({ parsed }, { at, message }) => {
      const meant = meantIn(message)
      return meant ? fixOf(`Write \`${meant}\``, replaceValue(parsed, at, meant)) : undefined
    },
  ),
  said({
    code: 'missing-effect',
    severity: 'error',
    title: 'Statement without Effect',
    why: 'There is no default effect: each statement has to say whether it allows or denies.',
    page: guide('reference_policies_elements_effect'),
  }),
  said({
    code: 'missing-action',
    severity: 'error',
    title: 'Statement without Action',
    why: 'A statement is about actions. To mean all of them write `"*"`.',
    page: guide('reference_policies_elements_action'),
  }),
  said({
    code: 'both-forms',
    severity: 'error',
    title: 'An element and its opposite together',
    why: 'A statement names what it is about, or what it is not about. To take something out of what you name, write a second statement that denies it.',
    page: GRAMMAR,
  }),
]

/** Sets the current version, where there is none, an old one or a wrong one. */
export function withVersion({ parsed }: LintSubject) {
  const version = '2012-10-17'
  const edits = parsed.rangeOf('/Version')
    ? replaceValue(parsed, '/Version', version)
    : addFirst(parsed, '', 'Version', version)
  return fixOf(`Set the version \`${version}\``, edits)
}
