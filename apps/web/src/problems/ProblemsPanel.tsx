import { entityById } from '@iam-canvas/core'
import { SEVERITIES, withEdits } from '@iam-canvas/core/lint'
import { X } from 'lucide-react'
import { useEffect, useMemo, useRef } from 'react'
import { Prose } from '../inspector/Prose.tsx'
import { type Problem, useProblems } from '../lint/problems.ts'
import { Button } from '../ui/Button.tsx'
import { useMessages } from '../ui/messages.ts'
import { nameOfDocument, typePolicyText } from '../workspace/policy-texts.ts'
import { useWorkspace } from '../workspace/workspace.ts'
import { goToProblem } from './go-to-problem.ts'
import styles from './ProblemsPanel.module.css'
import { closeProblems, useProblemsPanel } from './problems-panel-state.ts'
import { SeverityGlyph } from './SeverityGlyph.tsx'
import { countOf, severityWords } from './severity-words.ts'
import { shownProblems } from './shown-problems.ts'

/** More rows than anybody reads; the search finds the others. */
const mostRows = 300

/** Everything the linter found in the model, the gravest first, with the way to its place. */
export default function ProblemsPanel() {
  const problems = useProblems(state => state.problems)
  const texts = useProblems(state => state.texts)
  const model = useWorkspace(state => state.document.model)
  const { severities, search } = useProblemsPanel()
  const panel = useRef<HTMLElement>(null)
  const nameOf = useMemo(() => {
    return ({ document, entity }: Problem) =>
      document ? nameOfDocument(model, document) : (entityById(model, entity)?.name ?? entity)
  }, [model])
  const shown = useMemo(
    () => shownProblems(problems, severities, search, nameOf),
    [problems, severities, search, nameOf],
  )
  useEffect(() => {
    const element = panel.current
    element?.querySelector<HTMLElement>('li > button')?.focus()
    element?.addEventListener('keydown', onKey)
    return () => element?.removeEventListener('keydown', onKey)
  }, [])
  const placeOf = (problem: Problem) => {
    const text = problem.document && texts.get(problem.document)?.text
    const line = text && problem.range ? text.slice(0, problem.range.from).split('\n').length : undefined
    return line === undefined ? nameOf(problem) : `${nameOf(problem)}, line ${line}`
  }
  return (
    <section className={styles.panel} aria-label="Problems" data-region="problems" ref={panel}>
      <header className={styles.head}>
        <h2>Problems</h2>
        <div className={styles.filters} role="group" aria-label="Severities">
          {SEVERITIES.map(severity => {
            const count = problems.filter(problem => problem.severity === severity).length
            const chosen = severities.includes(severity)
            return (
              <button
                key={severity}
                type="button"
                aria-pressed={chosen}
                disabled={count === 0 && !chosen}
                onClick={() =>
                  useProblemsPanel.setState({
                    severities: chosen
                      ? severities.filter(other => other !== severity)
                      : [...severities, severity],
                  })
                }
              >
                <SeverityGlyph severity={severity} />
                {countOf(severity, count)}
              </button>
            )
          })}
        </div>
        <input
          type="search"
          aria-label="Search problems"
          placeholder="Search"
          value={search}
          onChange={event => useProblemsPanel.setState({ search: event.target.value })}
        />
        <Button
          look="quiet"
          label="Close problems"
          icon={<X size={15} strokeWidth={1.75} />}
          onClick={closeProblems}
        />
      </header>
      {shown.length === 0 ? (
        <p className={styles.nothing}>
          {problems.length === 0 ? 'Nothing to say about this model.' : 'No problem is left by this search.'}
        </p>
      ) : (
        <ul className={styles.list}>
          {shown.slice(0, mostRows).map(problem => (
            <li key={keyOf(problem)} className={styles.row}>
              <button
                type="button"
                className={styles.go}
                onClick={() => goToProblem(problem)}
                title={problem.why}
              >
                <SeverityGlyph severity={problem.severity} />
                <span className="visually-hidden">{severityWords[problem.severity][0]}: </span>
                <span className={styles.message}>
                  <Prose text={problem.message} />
                </span>
                <span className={styles.place}>{placeOf(problem)}</span>
              </button>
              {problem.fix && (
                <Button look="quiet" className={styles.fix} onClick={() => fix(problem)}>
                  <Prose text={problem.fix.label} />
                </Button>
              )}
            </li>
          ))}
          {shown.length > mostRows && <li className={styles.nothing}>and {shown.length - mostRows} more</li>}
        </ul>
      )}
    </section>
  )
}

const keyOf = ({ code, document, entity, range, message }: Problem): string =>
  `${code} ${document ?? entity} ${range?.from ?? ''} ${range?.to ?? ''} ${message}`

function fix({ document, fix, code }: Problem) {
  if (!document || !fix) return
  const linted = useProblems.getState().texts.get(document)
  if (!linted) return
  typePolicyText(document, withEdits(linted.text, fix.edits), `${fix.label.replaceAll('`', '')} (${code})`)
  useMessages.getState().say(`Done: ${fix.label.replaceAll('`', '')}`)
}

/** Escape closes the list, the arrows go along its rows. */
function onKey(event: KeyboardEvent) {
  if (event.key === 'Escape') {
    event.preventDefault()
    closeProblems()
    return
  }
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0 || !(event.target instanceof Element) || event.target.matches('input')) return
  const rows = [...document.querySelectorAll<HTMLElement>('[data-region="problems"] li > button:first-child')]
  const here = rows.findIndex(row => row.parentElement?.contains(document.activeElement))
  const next = rows[here + step]
  if (!next) return
  event.preventDefault()
  next.focus()
}
