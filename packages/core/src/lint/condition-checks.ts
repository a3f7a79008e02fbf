import type { Statement } from '../policy/document.ts'
import { type Check, guide } from './finding.ts'
import { renameOperator } from './key-checks.ts'
import { fixOf } from './said-check.ts'
import type { LintSubject } from './subject.ts'
import { addAfter, addFirst, removePlace, replaceValue } from './text-edit.ts'
import { conditionsIn, isAllow } from './walk.ts'

const OPERATORS = guide('reference_policies_elements_condition_operators')
const KEYS = guide('reference_policies_condition-keys')
const SETS = guide('reference_policies_condition-single-vs-multi-valued-context-keys')
const MFA = 'aws:multifactorauthpresent'

/** Conditions that hold where they should not, or the other way round. */
export const conditionChecks: readonly Check[] = [
  {
    code: 'for-all-values-allow',
    severity: 'security-warning',
    title: 'ForAllValues with Allow',
    why: 'Of no values all match: when the request leaves the key out, the condition holds and the statement allows. Demand the key as well, with `"Null": { "key": "false" }`.',
    page: SETS,
    fixes: true,
    *find(subject) {
      for (const { statement, entry, operator, key } of conditionsIn(subject)) {
        if (operator.set !== 'ForAllValues' || !isAllow(statement) || demands(statement, key)) continue
        yield {
          at: entry.at,
          onName: true,
          message: `this holds also when the request carries no \`${entry.key}\``,
          fix: fixOf(`Demand that \`${entry.key}\` is there`, demand(subject, statement, entry.key)),
        }
      }
    },
  },
  {
    code: 'wildcard-in-equals',
    severity: 'warning',
    title: 'Wildcard that StringEquals takes literally',
    why: 'Only the Like operators know wildcards. `StringEquals` looks for the star itself, which hardly any value has.',
    page: OPERATORS,
    fixes: true,
    *find(subject) {
      for (const { statement, entry, operator } of conditionsIn(subject)) {
        if (operator.test !== 'string') continue
        const value = entry.values.find(({ text }) => /[*?]/.test(text.replaceAll(/\$\{[^}]*\}/g, '')))
        if (!value) continue
        const like = entry.operator.replace(/Equals/i, 'Like')
        yield {
          at: value.at,
          message: `\`${entry.operator}\` knows no wildcards: write \`${like}\``,
          fix: renameOperator(subject, { statement, entry }, like),
        }
      }
    },
  },
  {
    code: 'mfa-deny-without-if-exists',
    severity: 'warning',
    title: 'Deny without MFA that access keys slip through',
    why: 'A request with long-term access keys carries no `aws:MultiFactorAuthPresent` at all, so `Bool` with `false` does not hold and nothing is denied. `BoolIfExists` denies when the key is missing, too.',
    page: guide('id_credentials_mfa_configure-api-require'),
    fixes: true,
    *find(subject) {
      for (const { statement, entry, operator, key } of conditionsIn(subject)) {
        if (key !== MFA || isAllow(statement) || operator.test !== 'bool' || operator.ifExists) continue
        if (!entry.values.some(({ text }) => /^false$/i.test(text))) continue
        yield {
          at: entry.at,
          onName: true,
          message: 'requests with access keys carry no such key, and are not denied: write `BoolIfExists`',
          fix: renameOperator(subject, { statement, entry }, 'BoolIfExists'),
        }
      }
    },
  },
  {
    code: 'mfa-allow-if-exists',
    severity: 'security-warning',
    title: 'Allow with MFA that access keys need not have',
    why: 'With `IfExists` the condition holds when the key is missing, as in every request with long-term access keys: no second factor is needed then.',
    page: guide('id_credentials_mfa_configure-api-require'),
    fixes: true,
    *find(subject) {
      for (const { statement, entry, operator, key } of conditionsIn(subject)) {
        if (key !== MFA || !isAllow(statement) || !operator.ifExists || operator.test !== 'bool') continue
        yield {
          at: entry.at,
          onName: true,
          message: 'requests with access keys carry no such key, and are allowed without MFA',
          fix: renameOperator(subject, { statement, entry }, 'Bool'),
        }
      }
    },
  },
  {
    code: 'transport-the-wrong-way',
    severity: 'warning',
    title: 'aws:SecureTransport the wrong way round',
    why: 'To demand TLS deny where `aws:SecureTransport` is `false`, or allow where it is `true`. The other way round only unencrypted requests pass.',
    page: KEYS,
    fixes: true,
    *find(subject) {
      for (const { statement, entry, operator, key } of conditionsIn(subject)) {
        if (key !== 'aws:securetransport' || operator.test !== 'bool') continue
        const wrong = isAllow(statement) ? 'false' : 'true'
        const [value, ...more] = entry.values
        if (!value || more.length > 0 || value.text.toLowerCase() !== wrong) continue
        const right = wrong === 'true' ? 'false' : 'true'
        const message = isAllow(statement)
          ? 'this allows only requests without TLS'
          : 'this denies the requests that use TLS'
        yield {
          at: value.at,
          message,
          fix: fixOf(`Write \`${right}\``, replaceValue(subject.parsed, value.at, right)),
        }
      }
    },
  },
  {
    code: 'empty-condition',
    severity: 'suggestion',
    title: 'Condition without anything in it',
    why: 'It asks nothing and always holds. Take it out, so that nobody takes the statement for a limited one.',
    page: guide('reference_policies_elements_condition'),
    fixes: true,
    *find({ parsed, statements }) {
      for (const { at, conditions } of statements) {
        if (conditions.length > 0 || !parsed.rangeOf(`${at}/Condition`)) continue
        yield {
          at: `${at}/Condition`,
          onName: true,
          message: 'this condition asks nothing',
          fix: fixOf('Take it out', removePlace(parsed, `${at}/Condition`)),
        }
      }
    },
  },
  {
    code: 'condition-without-value',
    severity: 'warning',
    title: 'Condition key with no value to compare with',
    why: 'Nothing equals an empty list, so the condition never holds; with a negated operator it always does.',
    page: guide('reference_policies_elements_condition'),
    *find(subject) {
      for (const { entry } of conditionsIn(subject)) {
        if (entry.values.length === 0) {
          yield { at: entry.at, onName: true, message: `\`${entry.key}\` is compared with nothing` }
        }
      }
    },
  },
  {
    code: 'tag-value-for-everybody',
    severity: 'security-warning',
    title: 'Condition that any value meets',
    why: 'A lone `*` demands no more than that the key is there. Whoever relies on it as a limit has none.',
    page: OPERATORS,
    *find(subject) {
      for (const { statement, entry, operator } of conditionsIn(subject)) {
        if (!isAllow(statement) || operator.negated || operator.test !== 'string-like') continue
        // There it demands that the tag is given at all, which is a limit.
        if (/^aws:(?:request|resource)tag\//i.test(entry.key)) continue
        const star = entry.values.find(({ text }) => /^\*+$/.test(text))
        if (star) yield { at: star.at, message: `every value of \`${entry.key}\` matches this` }
      }
    },
  },
]

const demands = (statement: Statement, key: string): boolean =>
  statement.conditions.some(
    other => other.operator.toLowerCase() === 'null' && other.key.toLowerCase() === key && isFalse(other),
  )

const isFalse = ({ values }: Statement['conditions'][number]): boolean =>
  values.length > 0 && values.every(({ text }) => text.toLowerCase() === 'false')

function demand({ parsed }: LintSubject, { at, conditions }: Statement, key: string) {
  const nulls = conditions.filter(({ operator }) => operator.toLowerCase() === 'null')
  const asked = new Set(nulls.map(other => other.key.toLowerCase()))
  const [known] = nulls
  if (known) {
    // A `Null` that asks for the opposite is for its writer to mend.
    if (asked.has(key.toLowerCase())) return undefined
    return addAfter(parsed, known.at, key, 'false')
  }
  return addFirst(parsed, `${at}/Condition`, 'Null', { [key]: 'false' })
}
