import { takesVariables } from '../access/operators.ts'
import type { Located } from '../policy/document.ts'
import { type Check, guide } from './finding.ts'
import { GLOBAL_KEY_NAMES } from './global-keys.ts'
import { keyFacts } from './key-facts.ts'
import { fixOf } from './said-check.ts'
import type { LintSubject } from './subject.ts'
import { replaceValue } from './text-edit.ts'
import { conditionsIn, resourcesIn } from './walk.ts'

const VARIABLES = guide('reference_policies_variables')

/** Policy variables that will not be substituted. */
export const variableChecks: readonly Check[] = [
  {
    code: 'unknown-variable',
    severity: 'warning',
    title: 'Policy variable that does not exist',
    why: 'A variable is a condition key in `${…}`. Where there is no such key there is nothing to put in, and the value matches nothing.',
    page: VARIABLES,
    fixes: true,
    *find(subject) {
      for (const [value, name] of variablesIn(subject)) {
        if (keyFacts(subject.reference, name) !== 'unknown') continue
        const nearest = subject.nearest(name, GLOBAL_KEY_NAMES)
        const meant = nearest?.includes('${') ? undefined : nearest
        yield {
          at: value.at,
          message: `there is no variable \`\${${name}}\`${meant ? `: did you mean \`\${${meant}}\`?` : ''}`,
          fix: meant
            ? fixOf(
                `Write \`\${${meant}}\``,
                replaceValue(subject.parsed, value.at, value.text.replace(`\${${name}`, `\${${meant}`)),
              )
            : undefined,
        }
      }
    },
  },
  {
    code: 'variable-without-prefix',
    severity: 'warning',
    title: 'Policy variable without prefix',
    why: 'A variable is named by a whole condition key: `${aws:username}`, `${aws:PrincipalTag/team}`. Names of templates, such as `${BucketName}`, have to be replaced before AWS sees the policy.',
    page: VARIABLES,
    fixes: true,
    *find(subject) {
      for (const [value, name] of variablesIn(subject)) {
        if (name.includes(':') || name === '') continue
        const meant = subject.nearest(`aws:${name.replace(/^aws[._-]?/i, '')}`, VARIABLE_NAMES)
        yield {
          at: value.at,
          message: `\`\${${name}}\` names no condition key${meant ? `: did you mean \`\${${meant}}\`?` : ''}`,
          fix: meant
            ? fixOf(
                `Write \`\${${meant}}\``,
                replaceValue(subject.parsed, value.at, value.text.replace(`\${${name}`, `\${${meant}`)),
              )
            : undefined,
        }
      }
    },
  },
  {
    code: 'variable-not-closed',
    severity: 'warning',
    title: 'Policy variable that is not closed',
    why: 'A variable ends with a brace. Without it the dollar sign and all behind it are plain text.',
    page: VARIABLES,
    *find(subject) {
      for (const value of templatesIn(subject)) {
        const open = value.text.lastIndexOf('${')
        if (open < 0 || value.text.includes('}', open)) continue
        yield { at: value.at, message: 'this variable has no closing brace, so it is plain text' }
      }
    },
  },
  {
    code: 'variable-with-many-values',
    severity: 'warning',
    title: 'Policy variable of several values',
    why: 'Only a key with one value can be put into a text. One that comes as a list is never substituted, and the value matches nothing.',
    page: VARIABLES,
    *find(subject) {
      for (const [value, name] of variablesIn(subject)) {
        const facts = keyFacts(subject.reference, name)
        if (!facts || facts === 'unknown' || !facts.type.startsWith('ArrayOf')) continue
        yield { at: value.at, message: `\`${name}\` has several values, so it is never put in here` }
      }
    },
  },
  {
    code: 'user-name-of-a-role',
    severity: 'warning',
    title: 'aws:username in a policy that only roles have',
    why: 'A role’s session has no user name, so the variable has no value and the statement never matches. For roles there are `${aws:PrincipalTag/…}` and `${aws:SourceIdentity}`.',
    page: guide('reference_policies_condition-keys'),
    *find(subject) {
      const { heldBy, inlineOf } = subject.standing
      const holders = inlineOf ? new Set([inlineOf]) : heldBy
      if (!holders || holders.size !== 1 || !holders.has('role')) return
      for (const [value, name] of variablesIn(subject)) {
        if (name.toLowerCase() !== 'aws:username') continue
        yield { at: value.at, message: 'a role has no `aws:username`, and only roles have this policy' }
      }
    },
  },
]

const VARIABLE_NAMES = GLOBAL_KEY_NAMES.filter(name => !name.includes('${'))

/** Each variable that the language of 2012 substitutes, by the name before its default. */
function* variablesIn(subject: LintSubject): Generator<readonly [Located, string]> {
  for (const value of templatesIn(subject)) {
    for (const [, inside = ''] of value.text.matchAll(/\$\{([^{}]*)\}/g)) {
      const name = (inside.split(',', 1)[0] ?? '').trim()
      if (!['*', '?', '$'].includes(inside)) yield [value, name]
    }
  }
}

/** The values in which variables count. [V1, V2] */
function* templatesIn(subject: LintSubject): Generator<Located> {
  if (subject.parsed.document.version !== '2012-10-17') return
  for (const { value } of resourcesIn(subject)) if (value.text.includes('${')) yield value
  for (const { entry, operator } of conditionsIn(subject)) {
    if (!takesVariables(operator)) continue
    for (const value of entry.values) if (value.text.includes('${')) yield value
  }
}
