import type { DocumentId, Explanation } from '@iam-canvas/core'
import { highlightsFor, parsedPolicy } from '@iam-canvas/core'
import type { LintFinding, LintSeverity } from '@iam-canvas/core/lint'
import { CircleAlert, Lock } from 'lucide-react'
import { lazy, Suspense, useMemo, useState } from 'react'
import { useFindings } from '../lint/use-findings.ts'
import { PolicySentences } from '../policy-form/PolicySentences.tsx'
import { useProblemsPanel } from '../problems/problems-panel-state.ts'
import { SeverityGlyph } from '../problems/SeverityGlyph.tsx'
import { severityWords } from '../problems/severity-words.ts'
import { Button } from '../ui/Button.tsx'
import { discardDraft, nameOfDocument, shownText, typePolicyText } from '../workspace/policy-texts.ts'
import { useWorkspace } from '../workspace/workspace.ts'
import { revealPlace, useRevealed } from '../workspace/revealed.ts'
import styles from './DocumentEditor.module.css'
import { policyWords } from './policy-words.ts'
import { Prose } from './Prose.tsx'

const PolicyEditor = lazy(() => import('../editor/PolicyEditor.tsx'))
const PolicyForm = lazy(() => import('../policy-form/PolicyForm.tsx'))

const VIEWS = ['Text', 'Form', 'Sentences'] as const

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
  const findings = useFindings(id, text)
  const words = useMemo(() => policyWords(id), [id])
  const revealAt = useRevealed(({ place }) => (place?.document === id ? place.range : undefined))
  const [chosen, setChosen] = useState<(typeof VIEWS)[number]>('Text')
  // A place in the text is seen in the text.
  if (revealAt && chosen !== 'Text') setChosen('Text')
  const fixed = readOnly || kept !== undefined
  const view = fixed && chosen === 'Form' ? 'Text' : chosen
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
      <div className={styles.views} role="group" aria-label={`View of ${name}`}>
        {VIEWS.filter(choice => !(fixed && choice === 'Form')).map(choice => (
          <button key={choice} type="button" aria-pressed={view === choice} onClick={() => setChosen(choice)}>
            {choice}
          </button>
        ))}
      </div>
      {view === 'Sentences' && <PolicySentences id={id} name={name} parsed={parsed} />}
      <Suspense fallback={<div className={styles.loading}>Loading the editor …</div>}>
        {view === 'Form' && <PolicyForm id={id} parsed={parsed} words={words} />}
        {view === 'Text' && (
          <PolicyEditor
            // Another name is another label, which the editor is given once.
            key={`${id} ${name}`}
            label={`Policy text of ${name}`}
            text={text}
            readOnly={fixed}
            marks={marks}
            diagnostics={findings}
            words={words}
            onChange={(next, label) => typePolicyText(id, next, label)}
            revealAt={revealAt}
            onRevealed={revealed}
          />
        )}
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
      {!draft && findings && findings.length > 0 && <Remarks id={id} text={text} findings={findings} />}
    </div>
  )
}

const revealed = () => useRevealed.setState({ place: undefined })

const mostRemarks = 6

/** What was found, in words, under the text: the gravest first. A click goes to its place. */
function Remarks({
  id,
  text,
  findings,
}: {
  readonly id: DocumentId
  readonly text: string
  readonly findings: readonly LintFinding[]
}) {
  const ranked = useMemo(
    () => order.flatMap(severity => findings.filter(finding => finding.severity === severity)),
    [findings],
  )
  return (
    <ul className={styles.diagnostics} aria-label="Remarks">
      {ranked.slice(0, mostRemarks).map(({ code, range, message, severity }) => (
        <li key={`${code} ${range.from} ${message}`}>
          <button type="button" onClick={() => revealPlace(id, range)}>
            <SeverityGlyph severity={severity} />
            <span>
              <span className="visually-hidden">{severityWords[severity][0]}, </span>
              {placeOf(text, range.from)}: <Prose text={message} />
            </span>
          </button>
        </li>
      ))}
      {ranked.length > mostRemarks && (
        <li>
          <button type="button" onClick={() => useProblemsPanel.setState({ open: true })}>
            and {ranked.length - mostRemarks} more in Problems
          </button>
        </li>
      )}
    </ul>
  )
}

const order: readonly LintSeverity[] = ['error', 'security-warning', 'warning', 'suggestion']

/** A policy is its own document; trust and resource policies are parts of their owner. */
const belongsTo = (id: DocumentId, entity: string) =>
  id === entity ||
  id === `trust:${entity}` ||
  id === `resource-policy:${entity}` ||
  id.startsWith(`inline:${entity}/`)

function placeOf(text: string, offset: number): string {
  return `line ${text.slice(0, offset).split('\n').length}`
}
