import type { ConditionEntry } from '../policy/document.ts'
import type { Operator, ValueTest } from '../access/operators.ts'
import { type Check, guide } from './finding.ts'
import { GLOBAL_KEY_NAMES } from './global-keys.ts'
import { carries, isOfRequest, keyFacts } from './key-facts.ts'
import { matchingActions } from './matching-actions.ts'
import { fixOf, parentOf } from './said-check.ts'
import type { ActionFacts } from './service-reference.ts'
import type { LintSubject } from './subject.ts'
import { renameProperty } from './text-edit.ts'
import { conditionsIn, type ConditionIn } from './walk.ts'

const KEYS = guide('reference_policies_condition-keys')
const OPERATORS = guide('reference_policies_elements_condition_operators')

/** Whether a condition asks about what there is, and in the way of its type. */
export const keyChecks: readonly Check[] = [
  {
    code: 'unknown-key',
    severity: 'warning',
    title: 'Condition key that does not exist',
    why: 'A key that no request carries counts as absent: an Allow then never allows, and a Deny with a negated operator always denies.',
    page: KEYS,
    fixes: true,
    *find(subject) {
      for (const { entry, key } of conditionsIn(subject)) {
        if (key.includes('${') || keyFacts(subject.reference, key) !== 'unknown') continue
        const prefix = key.slice(0, key.indexOf(':'))
        const known =
          prefix === 'aws'
            ? GLOBAL_KEY_NAMES
            : [...(subject.reference.service(prefix)?.conditionKeys.values() ?? [])].map(facts => facts.key)
        const slash = entry.key.indexOf('/')
        const nearest = subject.nearest(
          slash < 0 ? entry.key : `${entry.key.slice(0, slash)}/\${TagKey}`,
          known,
        )
        const meant = nearest?.replace('${TagKey}', entry.key.slice(slash + 1))
        yield {
          at: entry.at,
          onName: true,
          message: `there is no condition key \`${entry.key}\`${meant ? `: did you mean \`${meant}\`?` : ''}`,
          fix:
            meant && !meant.includes('${')
              ? fixOf(`Write \`${meant}\``, renameProperty(subject.parsed, entry.at, meant))
              : undefined,
        }
      }
    },
  },
  {
    code: 'key-not-carried',
    severity: 'warning',
    title: 'Condition key that the action does not carry',
    why: 'A service puts certain keys into the requests for certain actions. For the others the key is absent, and what is compared with it never holds: give those actions a statement of their own.',
    page: 'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
    *find(subject) {
      for (const condition of conditionsIn(subject)) {
        const lacking = actionsWithout(subject, condition)
        const [first] = lacking
        if (!first) continue
        const more = lacking.length > 1 ? ` and ${lacking.length - 1} more` : ''
        const holds = holdsWithoutKey(condition.operator)
          ? 'so the condition always holds'
          : 'so it never matches'
        yield {
          at: condition.entry.at,
          onName: true,
          message: `requests for \`${first}\`${more} do not carry \`${condition.entry.key}\`, ${holds} there`,
        }
      }
    },
  },
  {
    code: 'operator-of-other-type',
    severity: 'warning',
    title: 'Operator and key of different types',
    why: 'A key is a text, a number, a date, an address, an ARN, or true and false. With the operator of another type the comparison fails, or compares letter by letter.',
    page: OPERATORS,
    fixes: true,
    *find(subject) {
      for (const condition of conditionsIn(subject)) {
        const { entry, operator, key } = condition
        const facts = keyFacts(subject.reference, key)
        if (!facts || facts === 'unknown' || fits(operator.test, facts.type)) continue
        // Two keys are compared with each other letter by letter.
        if (operator.test !== 'numeric' && entry.values.every(({ text }) => text.includes('${'))) continue
        const wanted = FITTING[facts.type.replace('ArrayOf', '')] ?? 'String'
        yield {
          at: entry.at,
          onName: true,
          message: `\`${facts.key}\` is ${TYPE_WORDS[facts.type] ?? facts.type}, and \`${entry.operator}\` compares something else`,
          fix: renameOperator(subject, condition, operatorFor(wanted, operator, entry)),
        }
      }
    },
  },
  {
    code: 'set-operator-on-single-value',
    severity: 'warning',
    title: 'Set operator on a key of one value',
    why: '`ForAllValues:` and `ForAnyValue:` are for keys that come as a list. On others they only change what happens when the key is missing, which is rarely meant.',
    page: guide('reference_policies_condition-single-vs-multi-valued-context-keys'),
    fixes: true,
    *find(subject) {
      for (const condition of conditionsIn(subject)) {
        const { entry, operator, key } = condition
        const facts = operator.set && keyFacts(subject.reference, key)
        if (!facts || facts === 'unknown' || facts.type.startsWith('ArrayOf')) continue
        const plain = entry.operator.slice(entry.operator.indexOf(':') + 1)
        yield {
          at: entry.at,
          onName: true,
          message: `\`${facts.key}\` has one value: write \`${plain}\``,
          fix: operator.set === 'ForAnyValue' ? renameOperator(subject, condition, plain) : undefined,
        }
      }
    },
  },
]

/** Gives the operator another name, where it has only this key and no other of that name stands beside it. */
export function renameOperator(
  { parsed }: LintSubject,
  { statement, entry }: Pick<ConditionIn, 'statement' | 'entry'>,
  name: string | undefined,
) {
  const at = parentOf(entry.at)
  const alone = statement.conditions.filter(other => parentOf(other.at) === at).length === 1
  if (!name || !alone || parsed.rangeOf(`${parentOf(at)}/${name}`)) return undefined
  return fixOf(`Write \`${name}\``, renameProperty(parsed, at, name))
}

/** Keys of one service, or of tagging, that some of the statement's actions do not carry. */
function actionsWithout(
  { reference }: LintSubject,
  { statement: { action }, key, operator }: ConditionIn,
): readonly string[] {
  if (!action || action.not || operator.test === 'null' || operator.ifExists) return []
  const [prefix = ''] = key.split(':')
  if (
    prefix === 'aws'
      ? !isOfRequest(key)
      : !reference.service(prefix) || keyFacts(reference, key) === 'unknown'
  )
    return []
  return action.values.flatMap(({ text }) => {
    const matched = matchingActions(reference, text)
    // A key of a service says nothing about the actions of another, such as `kms:ViaService` beside `s3:GetObject`.
    if (!matched || matched.actions.length === 0) return []
    return matched.actions.some(known => carriesKey(known, key)) ? [] : [text]
  })
}

const carriesKey = ({ conditionKeys }: ActionFacts, key: string): boolean => carries(conditionKeys, key)

/** [C3] */
const holdsWithoutKey = ({ set, negated, ifExists }: Operator): boolean =>
  ifExists || set === 'ForAllValues' || (negated && set === undefined)

const FITS: Readonly<Record<string, readonly ValueTest[]>> = {
  // A text may well hold an ARN: a wrong one is told by its value.
  String: ['string', 'string-ignore-case', 'string-like', 'arn'],
  ARN: ['arn', 'string', 'string-like', 'string-ignore-case'],
  Bool: ['bool'],
  Numeric: ['numeric'],
  Date: ['date', 'numeric'],
  IPAddress: ['ip'],
  Binary: ['binary'],
}

const FITTING: Readonly<Record<string, string>> = {
  Bool: 'Bool',
  Numeric: 'NumericEquals',
  Date: 'DateEquals',
  IPAddress: 'IpAddress',
  ARN: 'ArnLike',
  Binary: 'BinaryEquals',
  String: 'StringEquals',
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  String: 'a text',
  ArrayOfString: 'a list of texts',
  ARN: 'an ARN',
  ArrayOfARN: 'a list of ARNs',
  Bool: 'true or false',
  ArrayOfBool: 'a list of true and false',
  Numeric: 'a number',
  Date: 'a date',
  IPAddress: 'an IP address',
}

function fits(test: ValueTest, type: string): boolean {
  const fitting = FITS[type.replace('ArrayOf', '')]
  return test === 'null' || !fitting || fitting.includes(test)
}

/** The operator of the key's type that says the same, where there is one. */
function operatorFor(wanted: string, operator: Operator, entry: ConditionEntry): string | undefined {
  if (operator.comparison !== '=') return undefined
  const suffix = operator.ifExists ? 'IfExists' : ''
  const set = operator.set ? `${operator.set}:` : ''
  if (wanted === 'Bool') {
    const sound = entry.values.every(({ text }) => /^(?:true|false)$/i.test(text))
    return sound && !operator.negated ? `${set}Bool${suffix}` : undefined
  }
  if (wanted === 'StringEquals' && operator.test !== 'bool') return undefined
  const negated: Readonly<Record<string, string>> = {
    IpAddress: 'NotIpAddress',
    StringEquals: 'StringNotEquals',
    NumericEquals: 'NumericNotEquals',
    DateEquals: 'DateNotEquals',
    ArnLike: 'ArnNotLike',
  }
  const name = operator.negated ? negated[wanted] : wanted
  return name && `${set}${name}${suffix}`
}
