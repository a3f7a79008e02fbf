import type { ElementOf, Located, Statement } from '../policy/document.ts'
import { coversWildcard, type Wildcard, wildcard } from '../wildcard.ts'
import { type Check, guide } from './finding.ts'
import { fixOf } from './said-check.ts'
import { removePlace, replaceValue } from './text-edit.ts'
import { withVersion } from './text-checks.ts'
import { isAllow } from './walk.ts'

const SID = guide('reference_policies_elements_sid')
const EVALUATION = guide('reference_policies_evaluation-logic')

/** The statements of a policy beside each other. */
export const statementChecks: readonly Check[] = [
  {
    code: 'old-version',
    severity: 'warning',
    title: 'Version of 2008',
    why: 'The language of 2008 has no policy variables: `${aws:username}` and its like are plain text in it. New policies take `2012-10-17`.',
    page: guide('reference_policies_elements_version'),
    fixes: true,
    *find(subject) {
      const { parsed, text } = subject
      if (parsed.document.version !== '2008-10-17') return
      // With variables in it the meaning would change, and another check speaks of those.
      const fix = text.includes('${') ? undefined : withVersion(subject)
      yield { at: '/Version', message: 'this is the policy language of 2008', fix }
    },
  },
  {
    code: 'no-statements',
    severity: 'warning',
    title: 'Policy that says nothing',
    why: 'An empty list of statements allows nothing and denies nothing, and IAM refuses to save it.',
    page: guide('reference_policies_elements_statement'),
    *find({ parsed }) {
      const range = parsed.rangeOf('/Statement')
      if (!range || !/^\[\s*\]$/.test(parsed.text.slice(range.from, range.to))) return
      yield { at: '/Statement', message: 'there is no statement in this policy yet' }
    },
  },
  {
    code: 'empty-sid',
    severity: 'suggestion',
    title: 'Sid without a name',
    why: 'A `Sid` is there to tell statements apart in reviews and in answers. Give it a name that says what the statement is for, or leave it out.',
    page: SID,
    fixes: true,
    *find({ parsed, statements }) {
      for (const { sid, at } of statements) {
        if (sid !== '') continue
        yield {
          at: `${at}/Sid`,
          message: 'this `Sid` is empty',
          fix: fixOf('Take it out', removePlace(parsed, `${at}/Sid`)),
        }
      }
    },
  },
  {
    code: 'sid-characters',
    severity: 'error',
    title: 'Sid with other characters than letters and digits',
    why: 'IAM takes `A–Z`, `a–z` and `0–9` in a `Sid`, and refuses the policy otherwise. Write `ReadOwnObjects`.',
    page: SID,
    fixes: true,
    *find({ parsed, statements, sids, kind }) {
      // Services with policies of their own take more: a bucket policy may have blanks.
      if (kind === 'resource' || kind === 'endpoint') return
      for (const { sid, at } of statements) {
        if (!sid || /^[A-Za-z0-9]*$/.test(sid)) continue
        const plain = sid
          .replaceAll(/[^A-Za-z0-9]+(.)?/g, (_, next: string | undefined) => (next ?? '').toUpperCase())
          .replaceAll(/[^A-Za-z0-9]/g, '')
        const free = plain !== '' && !sids.has(plain)
        yield {
          at: `${at}/Sid`,
          message: 'a `Sid` has letters and digits only',
          fix: free ? fixOf(`Call it \`${plain}\``, replaceValue(parsed, `${at}/Sid`, plain)) : undefined,
        }
      }
    },
  },
  {
    code: 'repeated-statement',
    severity: 'suggestion',
    title: 'Statement that stands twice',
    why: 'The second changes nothing, and whoever takes one of them out later believes that its permissions are gone.',
    page: EVALUATION,
    fixes: true,
    *find({ parsed, statements }) {
      const seen = new Map<string, Statement>()
      for (const statement of statements) {
        const key = contentOf(statement)
        const first = seen.get(key)
        if (!first) {
          seen.set(key, statement)
          continue
        }
        yield {
          at: statement.at,
          message: `this says the same as ${nameOf(first)}`,
          fix: fixOf('Take it out', removePlace(parsed, statement.at)),
        }
      }
    },
  },
  {
    code: 'covered-statement',
    severity: 'suggestion',
    title: 'Statement that another covers',
    why: 'Another statement of the policy allows, or denies, all of this already. Often it is the wide one that was not meant.',
    page: EVALUATION,
    fixes: true,
    *find({ parsed, statements }) {
      if (statements.length > MOST_STATEMENTS) return
      for (const statement of statements) {
        const covering = statements.find(
          other =>
            other !== statement &&
            other.effect === statement.effect &&
            coversStatement(other, statement) &&
            contentOf(other) !== contentOf(statement),
        )
        if (!covering) continue
        yield {
          at: statement.at,
          message: `${nameOf(covering)} covers all of this already`,
          fix: fixOf('Take it out', removePlace(parsed, statement.at)),
        }
      }
    },
  },
  {
    code: 'never-applies',
    severity: 'warning',
    title: 'Allow that the same policy denies altogether',
    why: 'An explicit deny overrides every allow. All that this statement allows is denied by another one, without condition, so it never has an effect.',
    page: EVALUATION,
    *find({ statements }) {
      if (statements.length > MOST_STATEMENTS) return
      for (const statement of statements.filter(isAllow)) {
        const denying = statements.find(
          other => !isAllow(other) && other.conditions.length === 0 && coversStatement(other, statement),
        )
        if (denying) {
          yield { at: statement.at, message: `${nameOf(denying)} denies all of this, so it never applies` }
        }
      }
    },
  },
]

/** Each is held against each. */
const MOST_STATEMENTS = 60
const MOST_VALUES = 400

const nameOf = ({ sid, at }: Statement): string =>
  sid ? `statement \`${sid}\`` : `statement ${Number(/\d+$/.exec(at)?.[0] ?? 0) + 1}`

const contents = new WeakMap<Statement, string>()

/** Everything but the name and the order of values. */
function contentOf(statement: Statement): string {
  let content = contents.get(statement)
  if (content === undefined) {
    const { effect, principal, action, resource } = statement
    const element = (found: ElementOf<Located> | undefined, fold = false) =>
      found && [found.not, ...found.values.map(({ text }) => (fold ? text.toLowerCase() : text)).sort()]
    content = JSON.stringify([
      effect,
      principal && [principal.not, ...principal.values.map(({ type, text }) => `${type} ${text}`).sort()],
      element(action, true),
      element(resource),
      conditionsOf(statement),
    ])
    contents.set(statement, content)
  }
  return content
}

const conditionsOf = ({ conditions }: Pick<Statement, 'conditions'>): readonly string[] =>
  conditions
    .map(({ operator, key, values }) =>
      JSON.stringify([operator.toLowerCase(), key.toLowerCase(), ...values.map(({ text }) => text).sort()]),
    )
    .sort()

/** Whether all that `statement` says is said by `other`. Never claims too much. */
function coversStatement(other: Statement, statement: Statement): boolean {
  const inside =
    other.conditions.length <= statement.conditions.length &&
    coversPrincipal(other, statement) &&
    coversElement(other.action, statement.action, true) &&
    ((!other.resource && !statement.resource) || coversElement(other.resource, statement.resource, false))
  if (!inside) return false
  const asked = new Set(conditionsOf(statement))
  return conditionsOf(other).every(condition => asked.has(condition))
}

function coversPrincipal({ principal: over }: Statement, { principal: under }: Statement): boolean {
  if (!over || !under) return over === under
  if (over.not || under.not) return false
  if (over.values.some(({ type, text }) => type === '*' || (type === 'AWS' && text === '*'))) return true
  const named = new Set(over.values.map(({ type, text }) => `${type} ${text}`))
  return under.values.every(({ type, text }) => named.has(`${type} ${text}`))
}

function coversElement(
  over: ElementOf<Located> | undefined,
  under: ElementOf<Located> | undefined,
  fold: boolean,
): boolean {
  if (!over || !under || over.not || under.not) return false
  if (over.values.length > MOST_VALUES || under.values.length > MOST_VALUES) return false
  const { exact, patterns } = reachOf(over, fold)
  if (exact.has('*')) return true
  if (patterns.length === 0 && under.values.length > exact.size) return false
  return under.values.every(({ text }) => {
    const asked = fold ? text.toLowerCase() : text
    if (exact.has(asked)) return true
    return !text.includes('${') && patterns.some(pattern => coversWildcard(pattern, wildcard(asked)))
  })
}

interface Reach {
  readonly exact: ReadonlySet<string>
  readonly patterns: readonly Wildcard[]
}

const reaches = new WeakMap<ElementOf<Located>, Reach>()

/** What an element names. A variable has a value of its own in each request, and a wildcard may not cross the colons of an ARN. */
function reachOf(element: ElementOf<Located>, fold: boolean): Reach {
  let reach = reaches.get(element)
  if (!reach) {
    const texts = element.values.map(({ text }) => (fold ? text.toLowerCase() : text))
    const patterns = texts
      .filter(text => text.includes('*') && isInside(text, fold) && !text.includes('${'))
      .map(wildcard)
    reaches.set(element, (reach = { exact: new Set(texts), patterns }))
  }
  return reach
}

const isInside = (text: string, action: boolean): boolean =>
  action ? !/[*?]/.test(text.split(':', 1)[0] ?? '') : !/[*?]/.test(text.split(':').slice(0, 5).join(':'))
