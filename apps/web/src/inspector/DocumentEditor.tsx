import type { DocumentId, Explanation, PolicyKind } from '@iam-canvas/core'
import { checkPolicy, highlightsFor, parsedPolicy } from '@iam-canvas/core'
import { CircleAlert, Lock } from 'lucide-react'
import { lazy, Suspense, useMemo } from 'react'
import { Button } from '../ui/Button.tsx'
import { discardDraft, nameOfDocument, shownText, typePolicyText } from '../workspace/policy-texts.ts'
import { useWorkspace } from '../workspace/workspace.ts'
import styles from './DocumentEditor.module.css'

const PolicyEditor = lazy(() => import('../editor/PolicyEditor.tsx'))

interface DocumentEditorProps {
  readonly id: DocumentId
  readonly readOnly?: boolean
  /** The answer whose statements light up in the text. */
  readonly explanation?: Explanation
}

const noMarks: readonly never[] = []

/** A policy text, editable in place. Half-typed text stays here as a draft; a complete one goes into the model at once. */
export function DocumentEditor({ id, readOnly = false, explanation }: DocumentEditorProps) {
  const text = useWorkspace(state => shownText(state.document, id))
  const draft = useWorkspace(state => state.document.drafts[id] !== undefined)
  const name = useWorkspace(state => nameOfDocument(state.document.model, id))
  const kept = useWorkspace(state => state.kept.find(entity => belongsTo(id, entity)))
  const parsed = useMemo(() => parsedPolicy(text ?? ''), [text])
  const diagnostics = useMemo(() => [...parsed.diagnostics, ...checkPolicy(parsed, kindOf(id))], [parsed, id])
  // While the text is half typed the marks of the last complete one stay: the editor moves them along.
  const marks = useMemo(
    () =>
      explanation && !draft ? highlightsFor(explanation, parsed, id) : explanation ? undefined : noMarks,
    [explanation, parsed, id, draft],
  )
  if (text === undefined) return null
  const errors = parsed.diagnostics.filter(({ severity }) => severity === 'error')
  return (
    <div className={styles.document}>
      <Suspense fallback={<div className={styles.loading}>Loading the editor …</div>}>
        <PolicyEditor
          // Another name is another label, which the editor is given once.
          key={`${id} ${name}`}
          label={`Policy text of ${name}`}
          text={text}
          readOnly={readOnly || kept !== undefined}
          marks={marks}
          diagnostics={diagnostics}
          onChange={next => typePolicyText(id, next)}
        />
      </Suspense>
      {kept && (
        <p className={styles.kept}>
          <Lock size={13} strokeWidth={1.75} aria-hidden /> The lesson keeps this text as it is.
        </p>
      )}
      {draft && (
        <div role="status" className={styles.draft}>
          <CircleAlert size={14} strokeWidth={1.75} aria-hidden />
          <div>
            <p>
              Not valid yet{errors[0] ? `: ${placeOf(text, errors[0].range.from)}, ${errors[0].message}` : ''}
              . The canvas shows the last valid text.
            </p>
            <Button look="quiet" className={styles.discard} onClick={() => discardDraft(id)}>
              Back to the last valid text
            </Button>
          </div>
        </div>
      )}
      {!draft && diagnostics.length > 0 && (
        <ul className={styles.diagnostics} aria-label="Remarks">
          {diagnostics.map(({ code, at, range, message }) => (
            <li key={`${code} ${at}`}>
              {placeOf(text, range.from)}: {message}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** Which kind of policy it is: some rules of the language differ by that. */
function kindOf(id: DocumentId): PolicyKind {
  if (id.startsWith('trust:')) return 'trust'
  return id.startsWith('resource-policy:') ? 'resource' : 'identity'
}

/** A policy is its own document; trust and resource policies are parts of their owner. */
const belongsTo = (id: DocumentId, entity: string) =>
  id === entity ||
  id === `trust:${entity}` ||
  id === `resource-policy:${entity}` ||
  id.startsWith(`inline:${entity}/`)

function placeOf(text: string, offset: number): string {
  return `line ${text.slice(0, offset).split('\n').length}`
}
