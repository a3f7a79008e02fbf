import { documentById } from '@iam-canvas/core'
import { checkExpectation } from '@iam-canvas/core/expectations'
import { conceptModel, concepts } from '@iam-canvas/lessons/concepts'
import { ExternalLink, X } from 'lucide-react'
import { useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import { createPortal } from 'react-dom'
import { DecisionGlyph } from '../canvas/DecisionGlyph.tsx'
import { decisionWords } from '../canvas/decision-words.ts'
import { WithCode } from '../lessons/WithCode.tsx'
import { Button } from '../ui/Button.tsx'
import { closeConcept, leaveConcept, stayOnConcept } from './concept-state.ts'
import styles from './ConceptCard.module.css'

interface ConceptCardProps {
  readonly id: string
  readonly anchor: HTMLElement | SVGElement
  readonly pinned: boolean
}

/** What a word means, a policy text in which it can be seen, and what the engine answers there right now. */
export default function ConceptCard({ id, anchor, pinned }: ConceptCardProps) {
  const concept = concepts.find(candidate => candidate.id === id)
  const model = useMemo(() => concept && conceptModel(concept), [concept])
  const box = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (box.current) placeBeside(anchor, box.current)
  }, [anchor])
  useEffect(() => {
    if (pinned) box.current?.focus()
  }, [pinned])
  useEscapeAndPressesOutside(anchor, box, pinned)
  if (!concept || !model) return null
  const text = concept.shows && documentById(model, concept.shows)?.text
  return createPortal(
    <div
      ref={box}
      role={pinned ? 'dialog' : 'tooltip'}
      aria-labelledby="concept-term"
      tabIndex={-1}
      className={styles.card}
      onPointerEnter={stayOnConcept}
      onPointerLeave={leaveConcept}
    >
      <header className={styles.header}>
        <h2 id="concept-term">{concept.term}</h2>
        {pinned && (
          <Button
            look="quiet"
            label="Close"
            className={styles.close}
            icon={<X size={14} strokeWidth={1.75} />}
            onClick={() => backTo(anchor)}
          />
        )}
      </header>
      <p>
        <WithCode text={concept.says} />
      </p>
      {text && <pre className={styles.text}>{shortened(text)}</pre>}
      <ul aria-label="What the engine says" className={styles.asks}>
        {concept.asks.map(({ label, ...ask }) => {
          const { decision } = checkExpectation(model, ask)
          return (
            <li key={label}>
              <DecisionGlyph decision={decision} size={14} />
              <span>
                <WithCode text={label} />
                <span className={styles.answer}> {decisionWords[decision]}</span>
              </span>
            </li>
          )
        })}
      </ul>
      <p>
        <a href={concept.page} target="_blank" rel="noreferrer">
          AWS’s page <ExternalLink size={12} strokeWidth={1.75} aria-hidden />
          <span className="visually-hidden"> (opens in a new tab)</span>
        </a>
      </p>
    </div>,
    document.body,
  )
}

/** The version says nothing here, and one statement needs no list. */
function shortened(text: string): string {
  const { Statement: statements } = JSON.parse(text) as { readonly Statement: readonly object[] }
  return statements.map(statement => compact(statement)).join('\n')
}

/** JSON with one property a line. */
const compact = (statement: object) =>
  `{ ${Object.entries(statement)
    .map(([name, value]) => `"${name}": ${JSON.stringify(value)}`)
    .join(',\n  ')} }`

function backTo(anchor: HTMLElement | SVGElement) {
  closeConcept()
  anchor.focus({ preventScroll: true })
}

const gap = 8

/** Below the word where there is room, otherwise above it; never over an edge of the window. */
function placeBeside(anchor: HTMLElement | SVGElement, card: HTMLElement) {
  const word = anchor.getBoundingClientRect()
  const { offsetHeight: height, offsetWidth: width } = card
  const below = word.bottom + gap
  const top = below + height > window.innerHeight - gap ? Math.max(gap, word.top - gap - height) : below
  const left = Math.max(gap, Math.min(word.left, window.innerWidth - width - gap))
  card.style.top = `${top}px`
  card.style.left = `${left}px`
}

function useEscapeAndPressesOutside(
  anchor: HTMLElement | SVGElement,
  box: React.RefObject<HTMLElement | null>,
  pinned: boolean,
) {
  useEffect(() => {
    const key = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      event.stopPropagation()
      if (pinned) backTo(anchor)
      else closeConcept()
    }
    const press = (event: PointerEvent) => {
      const target = event.target instanceof Node ? event.target : null
      if (!box.current?.contains(target) && !anchor.contains(target)) closeConcept()
    }
    // Before anything else sees the key: one press takes away one thing.
    window.addEventListener('keydown', key, true)
    window.addEventListener('pointerdown', press, true)
    return () => {
      window.removeEventListener('keydown', key, true)
      window.removeEventListener('pointerdown', press, true)
    }
  }, [anchor, box, pinned])
}
