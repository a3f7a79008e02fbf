import { coversWildcard, hasWildcard, wildcard } from '../wildcard.ts'
import type { ElementOf, Located } from '../policy/document.ts'
import { type Check, guide, type Hit } from './finding.ts'
import { matchingActions } from './matching-actions.ts'
import { fixOf } from './said-check.ts'
import type { LintSubject } from './subject.ts'
import { removePlace, replaceValue } from './text-edit.ts'
import { actionParts, actionsIn } from './walk.ts'

const ACTION = guide('reference_policies_elements_action')
const REFERENCE =
  'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html'

/** Whether the actions of a policy exist, and whether each of them is needed. */
export const actionChecks: readonly Check[] = [
  {
    code: 'unknown-service',
    severity: 'warning',
    title: 'Service prefix that does not exist',
    why: 'An action of a service that AWS does not have matches nothing. The prefix is often not the name people use: CloudWatch Logs is `logs`, Step Functions `states`.',
    page: REFERENCE,
    fixes: true,
    *find(subject) {
      const { reference, parsed } = subject
      const { prefixes } = reference
      if (!prefixes) return
      for (const { value } of actionsIn(subject)) {
        const [prefix, name] = actionParts(value.text)
        const known = prefix.toLowerCase()
        if (prefix === '' || /[\s*?]/.test(prefix) || prefixes.has(known)) continue
        const nearest = OFTEN_MEANT[known] ?? subject.nearest(known, [...prefixes])
        yield {
          at: value.at,
          message: `no AWS service has the prefix \`${prefix}\`${nearest ? `: did you mean \`${nearest}\`?` : ''}`,
          fix: nearest
            ? fixOf(`Write \`${nearest}:${name}\``, replaceValue(parsed, value.at, `${nearest}:${name}`))
            : undefined,
        }
      }
    },
  },
  {
    code: 'unknown-action',
    severity: 'warning',
    title: 'Action that does not exist',
    why: 'AWS accepts any name and then never matches it. Actions are named after permissions, not always after the API call or the CLI command: `GetObject` reads an object, `ListBucket` lists one.',
    page: REFERENCE,
    fixes: true,
    *find(subject) {
      const { reference, parsed } = subject
      for (const { value } of actionsIn(subject)) {
        const [prefix, name] = actionParts(value.text)
        if (hasWildcard(name) || /\s/.test(value.text) || value.text.includes('${')) continue
        const matched = matchingActions(reference, value.text)
        if (!matched || matched.actions.length > 0) continue
        const nearest = nearestAction(subject, name, matched.service)
        yield {
          at: value.at,
          message: `there is no action \`${value.text}\`${nearest ? `: did you mean \`${prefix}:${nearest}\`?` : ''}`,
          fix: nearest
            ? fixOf(`Write \`${prefix}:${nearest}\``, replaceValue(parsed, value.at, `${prefix}:${nearest}`))
            : undefined,
        }
      }
    },
  },
  {
    code: 'pattern-without-action',
    severity: 'warning',
    title: 'Action pattern that matches nothing',
    why: 'A wildcard stands for the actions that exist. One that covers none grants nothing today, and may grant something unforeseen tomorrow.',
    page: REFERENCE,
    *find(subject) {
      for (const { value } of actionsIn(subject)) {
        const [, name] = actionParts(value.text)
        if (!hasWildcard(name) || /\s/.test(value.text)) continue
        const matched = matchingActions(subject.reference, value.text)
        if (!matched || matched.actions.length > 0) continue
        yield { at: value.at, message: `no action of ${matched.service.name} matches \`${value.text}\`` }
      }
    },
  },
  {
    code: 'action-case',
    severity: 'suggestion',
    title: 'Action in another case than AWS writes it',
    why: 'AWS compares actions without case, but people search for them as AWS spells them, and a review finds what is spelled alike.',
    page: ACTION,
    fixes: true,
    *find(subject) {
      const { reference, parsed } = subject
      for (const { value } of actionsIn(subject)) {
        const [prefix, name] = actionParts(value.text)
        const [action] = hasWildcard(name) ? [] : (matchingActions(reference, value.text)?.actions ?? [])
        const written = action && `${prefix.toLowerCase()}:${action.name}`
        if (!written || written === value.text) continue
        yield {
          at: value.at,
          message: `AWS spells this action \`${written}\``,
          fix: fixOf(`Write \`${written}\``, replaceValue(parsed, value.at, written)),
        }
      }
    },
  },
  {
    code: 'repeated-action',
    severity: 'suggestion',
    title: 'Action that stands twice in a statement',
    why: 'The second says nothing more, and whoever takes one of them out later believes that it is gone.',
    page: ACTION,
    fixes: true,
    find: subject => inEachList(subject, 'action', repeatedIn),
  },
  {
    code: 'redundant-action',
    severity: 'suggestion',
    title: 'Action that another pattern of the statement covers',
    why: 'A pattern in the same list covers this action already. Take out the one that you did not mean: often it is the wide pattern.',
    page: ACTION,
    fixes: true,
    find: subject => inEachList(subject, 'action', coveredIn),
  },
  {
    code: 'repeated-resource',
    severity: 'suggestion',
    title: 'Resource that stands twice in a statement',
    why: 'The second says nothing more, and whoever takes one of them out later believes that it is gone.',
    page: guide('reference_policies_elements_resource'),
    fixes: true,
    find: subject => inEachList(subject, 'resource', repeatedIn),
  },
  {
    code: 'redundant-resource',
    severity: 'suggestion',
    title: 'Resource that another pattern of the statement covers',
    why: 'A pattern in the same list covers this resource already: the list looks narrower than it is.',
    page: guide('reference_policies_elements_resource'),
    fixes: true,
    find: subject => inEachList(subject, 'resource', coveredIn),
  },
]

/** What people write for a service, and its prefix. */
const OFTEN_MEANT: Readonly<Record<string, string>> = {
  'api-gateway': 'apigateway',
  'cloudwatch-logs': 'logs',
  cloudwatchlogs: 'logs',
  cognito: 'cognito-idp',
  dynamo: 'dynamodb',
  elb: 'elasticloadbalancing',
  elbv2: 'elasticloadbalancing',
  eventbridge: 'events',
  parameterstore: 'ssm',
  'secrets-manager': 'secretsmanager',
  sfn: 'states',
  'step-functions': 'states',
  stepfunctions: 'states',
}

/** What people write for an action, where the nearest name by letters is another. */
const OFTEN_MEANT_ACTIONS: Readonly<Record<string, string>> = {
  'lambda:invoke': 'InvokeFunction',
  's3:getitem': 'GetObject',
  's3:headbucket': 'ListBucket',
  's3:headobject': 'GetObject',
  's3:listbuckets': 'ListAllMyBuckets',
  's3:listobjects': 'ListBucket',
  's3:listobjectsv2': 'ListBucket',
  's3:putitem': 'PutObject',
}

function nearestAction(
  subject: LintSubject,
  name: string,
  { prefix, actions }: { readonly prefix: string; readonly actions: ReadonlyMap<string, { name: string }> },
): string | undefined {
  const often = OFTEN_MEANT_ACTIONS[`${prefix}:${name.toLowerCase()}`]
  return (
    often ??
    subject.nearest(
      name,
      [...actions.values()].map(action => action.name),
    )
  )
}

type Element = 'action' | 'resource'

function* inEachList(
  subject: LintSubject,
  name: Element,
  hits: (subject: LintSubject, element: ElementOf<Located>, name: Element) => Iterable<Hit>,
): Generator<Hit> {
  for (const statement of subject.statements) {
    const element = statement[name]
    if (element && element.values.length > 1) yield* hits(subject, element, name)
  }
}

const sameCase = (name: Element, text: string): string => (name === 'action' ? text.toLowerCase() : text)

function* repeatedIn({ parsed }: LintSubject, { values }: ElementOf<Located>, name: Element): Generator<Hit> {
  const seen = new Set<string>()
  for (const { text, at } of values) {
    const key = sameCase(name, text)
    if (seen.has(key)) {
      const message = `\`${text}\` stands in this list already`
      yield { at, message, fix: fixOf('Take it out', removePlace(parsed, at)) }
    }
    seen.add(key)
  }
}

/** Comparing each with each takes too long where a list has thousands. */
const MOST_COMPARED = 20_000

function* coveredIn({ parsed }: LintSubject, { values }: ElementOf<Located>, name: Element): Generator<Hit> {
  const patterns = values
    .filter(({ text }) => hasWildcard(text))
    .map(({ text, at }) => ({ text, at, pattern: wildcard(sameCase(name, text)) }))
  if (patterns.length * values.length > MOST_COMPARED) return
  for (const { text, at } of values) {
    const asked = sameCase(name, text)
    // Of two patterns that cover each other, equal but for their spelling, the first stays.
    const covering = patterns.find(
      other =>
        other.at !== at &&
        sameCase(name, other.text) !== asked &&
        mayCover(name, other.text, text) &&
        coversWildcard(other.pattern, wildcard(asked)),
    )
    if (!covering) continue
    const message = `\`${covering.text}\` in this list covers \`${text}\` already`
    yield { at, message, fix: fixOf('Take it out', removePlace(parsed, at)) }
  }
}

/** A wildcard in the service prefix matches nothing, and in an ARN it stays inside its component. [M1, M3] */
function mayCover(name: Element, pattern: string, text: string): boolean {
  if (pattern === '*') return true
  if (name === 'action') return !/[*?]/.test(actionParts(pattern)[0]) && text !== '*'
  return !/[*?]/.test(pattern.split(':').slice(0, 5).join(':')) && !text.includes('${')
}
