import { lazy, type ReactNode, Suspense } from 'react'
import { leaveConcept, openConcept, openConceptSoon, useConceptCard } from './concept-state.ts'
import styles from './Term.module.css'

const ConceptCard = lazy(() => import('./ConceptCard.tsx'))

interface TermProps {
  /** Which concept: `trust-policy`. */
  readonly id: string
  readonly children: ReactNode
}

/** A word of IAM. Resting the pointer on it explains it; so do F1, Enter or a press, and then the card stays. */
export function Term({ id, children }: TermProps) {
  const shown = useConceptCard(state => state.shown?.id === id)
  return (
    <button
      type="button"
      className={styles.term}
      data-concept={id}
      aria-expanded={shown}
      onPointerEnter={event => openConceptSoon(id, event.currentTarget)}
      onPointerLeave={leaveConcept}
      onClick={event => openConcept(id, event.currentTarget, true)}
      onKeyDown={event => {
        if (event.key !== 'F1') return
        event.preventDefault()
        event.stopPropagation()
        openConcept(id, event.currentTarget, true)
      }}
    >
      {children}
    </button>
  )
}

/** The card of whichever word was asked about. */
export function OpenConceptCard() {
  const shown = useConceptCard(state => state.shown)
  if (!shown) return null
  return (
    <Suspense>
      <ConceptCard
        key={`${shown.id} ${shown.pinned}`}
        id={shown.id}
        anchor={shown.anchor}
        pinned={shown.pinned}
      />
    </Suspense>
  )
}
