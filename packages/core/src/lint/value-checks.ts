import { type Check, guide } from './finding.ts'
import { fixOf, meantIn, parentOf, said } from './said-check.ts'
import { withVersion } from './text-checks.ts'
import type { LintSubject } from './subject.ts'
import { renameProperty, replaceValue } from './text-edit.ts'

const ACTION = guide('reference_policies_elements_action')
const RESOURCE = guide('reference_policies_elements_resource')
const OPERATORS = guide('reference_policies_elements_condition_operators')
const VARIABLES = guide('reference_policies_variables')

/** Values that match nothing, or not what they seem to. */
export const valueChecks: readonly Check[] = [
  said(
    {
      code: 'star-colon-star',
      severity: 'warning',
      title: 'Action `*:*`',
      why: 'The star alone stands for every action of every service; the second says nothing more.',
      page: ACTION,
    },
    ({ parsed }, { at }) => fixOf('Write `*`', replaceValue(parsed, at, '*')),
  ),
  said(
    {
      code: 'action-with-blank',
      severity: 'error',
      title: 'Action with a blank in it',
      why: 'No action has a blank in its name, so this matches nothing. They come along with a copied text.',
      page: ACTION,
    },
    (subject, { at }) => {
      const text = stringAt(subject, at)?.replaceAll(/\s+/g, '')
      return text ? fixOf('Take the blank out', replaceValue(subject.parsed, at, text)) : undefined
    },
  ),
  said({
    code: 'action-without-service',
    severity: 'error',
    title: 'Action without service prefix',
    why: 'Equal names mean different things in different services, so an action always begins with its service: `s3:GetObject`.',
    page: ACTION,
  }),
  said({
    code: 'wildcard-in-service',
    severity: 'error',
    title: 'Wildcard in the service prefix',
    why: 'AWS takes wildcards behind the colon only. To mean several services, name each of them.',
    page: ACTION,
  }),
  said({
    code: 'empty-list',
    severity: 'error',
    title: 'Empty list',
    why: 'AWS refuses an element without a value. A statement that is about nothing can be taken out.',
    page: guide('reference_policies_grammar'),
  }),
  said({
    code: 'not-an-arn',
    severity: 'error',
    title: 'Resource that is no ARN',
    why: 'A resource is named by its ARN, `arn:partition:service:region:account:resource`, or by `*`. A bare name matches nothing.',
    page: guide('reference-arns'),
  }),
  said({
    code: 'short-arn',
    severity: 'warning',
    title: 'ARN with fewer than six parts',
    why: 'What is missing counts as `*`, so the pattern reaches further than it looks. Write all six parts.',
    page: RESOURCE,
  }),
  said({
    code: 'star-as-resource-type',
    severity: 'warning',
    title: 'Wildcard for the type of a resource',
    why: 'A star before the name reaches resources of every type, also of those that AWS will add. Name the type.',
    page: RESOURCE,
  }),
  said({
    code: 'variable-out-of-place',
    severity: 'warning',
    title: 'Policy variable where none is substituted',
    why: 'AWS substitutes variables behind the fifth colon of an ARN and in condition values. Anywhere else `${…}` is plain text and matches nothing.',
    page: VARIABLES,
  }),
  said(
    {
      code: 'variable-without-version',
      severity: 'warning',
      title: 'Policy variable in the language of 2008',
      why: 'Variables exist since the version `2012-10-17`. In an older policy they are plain text: the statement then matches nobody’s folder.',
      page: VARIABLES,
    },
    withVersion,
  ),
  said(
    {
      code: 'unknown-operator',
      severity: 'error',
      title: 'Condition operator that does not exist',
      why: 'A condition that cannot be understood never holds: an Allow then gives nothing, and a Deny protects nothing.',
      page: OPERATORS,
    },
    ({ parsed }, { at, message }) => {
      const meant = meantIn(message)
      const condition = parentOf(parentOf(at))
      if (!meant || parsed.rangeOf(`${condition}/${meant}`)) return undefined
      return fixOf(`Write \`${meant}\``, renameProperty(parsed, parentOf(at), meant))
    },
  ),
  said({
    code: 'multivalued-key',
    severity: 'error',
    title: 'Key of several values without set operator',
    why: 'Such a key comes as a list, and only `ForAnyValue:` and `ForAllValues:` say whether one value or each of them has to match.',
    page: guide('reference_policies_condition-single-vs-multi-valued-context-keys'),
  }),
  said({
    code: 'wrong-value',
    severity: 'error',
    title: 'Value that the operator cannot compare',
    why: 'A number, a date, an address or an ARN that cannot be read matches nothing, whatever the request carries.',
    page: OPERATORS,
  }),
]

export function stringAt({ parsed }: LintSubject, at: string): string | undefined {
  const range = parsed.rangeOf(at)
  if (!range || parsed.text[range.from] !== '"') return undefined
  try {
    return String(JSON.parse(parsed.text.slice(range.from, range.to)))
  } catch {
    return undefined
  }
}
