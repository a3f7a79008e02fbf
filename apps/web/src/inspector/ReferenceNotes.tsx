import { type ContextValues, explain, type Explanation } from '@iam-canvas/core'
import { carriedBy } from '@iam-canvas/core/lint'
import { serviceFacts } from '@iam-canvas/reference/compiled'
import { DecisionGlyph } from '../canvas/DecisionGlyph.tsx'
import { decisionWords } from '../canvas/decision-words.ts'
import type { ReferencedAction } from '../reference/action-facts.ts'
import { Failed } from '../reference/Failed.tsx'
import { useWorkspace } from '../workspace/workspace.ts'
import styles from './inspector.module.css'
import { Prose } from './Prose.tsx'

interface ReferenceNotesProps {
  readonly action: string
  readonly referenced: ReferencedAction
  readonly explanation: Explanation
  /** What was asked, to ask it again without the keys that the action does not carry. */
  readonly asked: { readonly principal: string; readonly resource: string; readonly context: ContextValues }
}

/** What an answer owes to AWS's reference: whether it was there to be asked, and keys that count as absent. [C15] */
export default function ReferenceNotes({ action, referenced, explanation, asked }: ReferenceNotesProps) {
  const { prefix, service, found } = referenced
  // What has failed once says so also while it is tried again, or the way to do so would come and go.
  if (service.data === undefined && service.errorUpdateCount > 0)
    return (
      <div role="note" className={styles.notice}>
        <p>
          Answered without AWS’s reference of <code>{prefix}</code>, which is not loaded: whether the action
          carries the keys that conditions ask about, and takes resources at all, is not checked.
        </p>
        <Failed
          error={service.error ?? new Error('Trying again …')}
          busy={service.isFetching}
          retry={() => void service.refetch()}
        />
      </div>
    )
  if (service.data === undefined) return <p className={styles.quiet}>Reading what AWS says of {prefix} …</p>
  if (!service.data || !found)
    return (
      <p role="note" className={styles.notice}>
        {service.data ? (
          <>
            AWS has no action <code>{action}</code>
          </>
        ) : (
          <>
            AWS has no service <code>{prefix}</code>
          </>
        )}
        : the policies answer as if there were one, but nobody can ask for it.
      </p>
    )
  const entry = serviceFacts(service.data)
  const reference = {
    prefixes: undefined,
    service: (name: string) => (name === entry.prefix ? entry : undefined),
  }
  const missing = explanation.dependsOn
    .map(({ key }) => key)
    .filter(key => carriedBy(reference, action, key) === false)
  if (missing.length === 0) return null
  return <WithoutKeys action={action} keys={missing} {...asked} facts={referenced.facts} />
}

type WithoutKeysProps = Pick<ReferenceNotesProps, 'action'> &
  ReferenceNotesProps['asked'] &
  Pick<ReferencedAction, 'facts'> & { readonly keys: readonly string[] }

function WithoutKeys({ action, keys, principal, resource, context, facts }: WithoutKeysProps) {
  const model = useWorkspace(state => state.document.model)
  // An empty list tells that there is no such key.
  const absent = Object.fromEntries(keys.map(key => [key, []]))
  const { decision } = explain(model, {
    principal,
    action,
    resource,
    context: { ...context, ...absent },
    facts,
  })
  return (
    <div role="note" className={styles.notice}>
      <p>
        <Prose
          text={`AWS never sends ${keys.map(key => `\`${key}\``).join(' and ')} with \`${action}\`, so ${keys.length === 1 ? 'it counts' : 'they count'} as absent whatever you pin. Asked that way:`}
        />
      </p>
      <p className={styles.need}>
        <DecisionGlyph decision={decision} size={14} /> {decisionWords[decision]}
      </p>
    </div>
  )
}
