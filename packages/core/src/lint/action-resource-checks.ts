import { splitArn } from '../arn.ts'
import type { Located, Statement } from '../policy/document.ts'
import { type Check, guide } from './finding.ts'
import { matchingActions, type MatchedActions } from './matching-actions.ts'
import { type ArnForm, formsNamedBy, formsOf, readableForm } from './resource-types.ts'
import { fixOf } from './said-check.ts'
import type { ActionFacts, ServiceEntry } from './service-reference.ts'
import type { LintSubject } from './subject.ts'
import { addStatement, addValue, removePlace } from './text-edit.ts'
import { isAllow, onEverything } from './walk.ts'

const REFERENCE =
  'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html'

/** Whether the actions and the resources of a statement can go together at all. */
export const actionResourceChecks: readonly Check[] = [
  {
    code: 'wildcard-only-action',
    severity: 'warning',
    title: 'Action that knows no resources, on a named resource',
    why: 'Listing and account-wide actions are asked of `*`. A statement that names ARNs never matches them, so the call is denied: give them a statement of their own with `"Resource": "*"`.',
    page: REFERENCE,
    fixes: true,
    *find(subject) {
      for (const { statement, value, matched } of pairs(subject)) {
        const { actions } = matched
        // `arn:aws:s3:::*` is how listing buckets was once written, and some services take it.
        if (statement.resource?.values.some(({ text }) => splitArn(text)[5] === '*')) continue
        if (actions.length === 0 || actions.some(({ resourceTypes }) => resourceTypes.length > 0)) continue
        yield {
          at: value.at,
          message: `\`${value.text}\` is asked of \`*\` and of no ARN: here it never matches`,
          fix: ownStatement(subject, statement, value),
        }
      }
    },
  },
  {
    code: 'action-resource-mismatch',
    severity: 'warning',
    title: 'Action and resource that never go together',
    why: 'Each action is asked of certain types of resource. `s3:ListBucket` is asked of the bucket, `s3:GetObject` of the objects in it; on the ARN of another type a statement never matches.',
    page: REFERENCE,
    fixes: true,
    *find(subject) {
      for (const { statement, value, matched, resources } of pairs(subject)) {
        const { actions, service } = matched
        if (actions.length === 0 || actions.some(action => mayBeAskedOf(action, service, resources))) continue
        if (actions.every(({ resourceTypes }) => resourceTypes.length === 0)) continue
        const wanted = plainestForm(actions, service)
        if (!wanted) continue
        yield {
          at: value.at,
          message: `\`${value.text}\` is asked of ${typeWords(wanted)}, and no resource of this statement is one`,
          fix: otherArn(subject, statement, wanted),
        }
      }
    },
  },
  {
    code: 'resource-without-action',
    severity: 'suggestion',
    title: 'Resource that no action of the statement is asked of',
    why: 'None of the actions is ever asked of a resource of this type, so the ARN does nothing here. Either an action is missing, or the ARN can go.',
    page: REFERENCE,
    fixes: true,
    *find(subject) {
      for (const { statement, matched } of statementsKnown(subject)) {
        for (const value of statement.resource?.values ?? []) {
          if (value.text === '*' || !/^arn:/i.test(value.text)) continue
          const asked = matched.some(({ actions, service }) =>
            actions.some(action => mayBeAskedOf(action, service, [value])),
          )
          // What names no type that is known at all is told by another check.
          if (asked || !matched.some(({ service }) => formsNamedBy(service, value.text).length > 0)) continue
          yield {
            at: value.at,
            message: `no action of this statement is ever asked of \`${value.text}\``,
            fix:
              (statement.resource?.values.length ?? 0) > 1
                ? fixOf('Take it out', removePlace(subject.parsed, value.at))
                : undefined,
          }
        }
      }
    },
  },
  {
    code: 'broad-resource',
    severity: 'suggestion',
    title: 'Writing actions on every resource that could name theirs',
    why: 'These actions change or delete, and know resources. With the ARNs of those that are meant, a mistake or a thief reaches no other.',
    page: guide('best-practices'),
    *find({ statements, reference, kind }) {
      if (kind !== 'identity' && kind !== 'session') return
      for (const { action, resource, ...statement } of statements) {
        if (!isAllow(statement) || statement.conditions.length > 0 || !action || action.not) continue
        const star = resource && !resource.not && resource.values.find(({ text }) => text === '*')
        if (!star) continue
        const narrowable = action.values.filter(({ text }) => {
          if (/[*?]/.test(text)) return false
          const [found] = matchingActions(reference, text)?.actions ?? []
          return found && found.resourceTypes.length > 0 && WRITING.has(found.level)
        })
        const [first] = narrowable
        if (!first) continue
        const more = narrowable.length > 1 ? ` and ${narrowable.length - 1} more` : ''
        yield { at: star.at, message: `\`${first.text}\`${more} could name the resources that are meant` }
      }
    },
  },
]

const WRITING: ReadonlySet<string> = new Set(['Write', 'Permissions management', 'Tagging'])

interface Pair {
  readonly statement: Statement
  readonly value: Located
  readonly matched: MatchedActions
  readonly resources: readonly Located[]
}

/** Each action of statements that name ARNs only, with what the reference knows of it. */
function* pairs({ statements, reference }: LintSubject): Generator<Pair> {
  for (const statement of statements) {
    const { action, resource } = statement
    if (!action || action.not || !resource || resource.not || onEverything(statement)) continue
    if (resource.values.some(({ text }) => !/^arn:/i.test(text))) continue
    for (const value of action.values) {
      const matched = matchingActions(reference, value.text)
      if (matched) yield { statement, value, matched, resources: resource.values }
    }
  }
}

/** Statements of whose actions every one is known. */
function* statementsKnown({ statements, reference }: LintSubject) {
  for (const statement of statements) {
    const { action, resource } = statement
    if (!action || action.not || !resource || resource.not) continue
    const matched = action.values.map(({ text }) => matchingActions(reference, text))
    if (matched.every(found => found !== undefined && found.actions.length > 0)) {
      yield { statement, matched: matched as readonly MatchedActions[] }
    }
  }
}

const mayBeAskedOf = (action: ActionFacts, service: ServiceEntry, resources: readonly Located[]): boolean =>
  resources.some(({ text }) => {
    const named = formsNamedBy(service, text)
    return named.some(({ type }) => action.resourceTypes.includes(type))
  })

/** Of the forms that would do, the one with the least fixed text: a bucket rather than an access point. */
function plainestForm(actions: readonly ActionFacts[], service: ServiceEntry): ArnForm | undefined {
  const forms = actions.flatMap(({ resourceTypes }) =>
    resourceTypes.flatMap(name => {
      const type = service.resourceTypes.get(name.toLowerCase())
      return type ? formsOf(type) : []
    }),
  )
  return forms.reduce<ArnForm | undefined>(
    (best, form) => (best && best.fixed <= form.fixed ? best : form),
    undefined,
  )
}

const typeWords = (form: ArnForm): string =>
  `${/^[aeio]/i.test(form.type) ? 'an' : 'a'} ${form.type} (\`${readableForm(form)}\`)`

/** For S3 the other ARN can be told from the one that is there: the bucket of objects, the objects of a bucket. */
function otherArn({ parsed }: LintSubject, { resource }: Statement, wanted: ArnForm) {
  if (!resource || wanted.service !== 's3') return undefined
  const arns = resource.values.map(({ text }) => text)
  const other = arns.flatMap(text => {
    const name = /^(arn:[^:]*:s3:::[^/*?$]+)(\/.*)?$/.exec(text)
    if (!name?.[1]) return []
    if (wanted.type === 'bucket' && name[2]) return [name[1]]
    return wanted.type === 'object' && !name[2] ? [`${name[1]}/*`] : []
  })[0]
  if (!other || arns.includes(other)) return undefined
  return fixOf(`Add \`${other}\``, addValue(parsed, resource.at, other))
}

function ownStatement({ parsed }: LintSubject, statement: Statement, { text, at }: Located) {
  const values = statement.action?.values ?? []
  if (values.length < 2 || statement.conditions.length > 0 || statement.principal) return undefined
  const removed = removePlace(parsed, at)
  const added = addStatement(parsed, statement.at, { Effect: statement.effect, Action: text, Resource: '*' })
  if (!removed || !added) return undefined
  return fixOf('Move it to a statement of its own', [...removed, ...added])
}
