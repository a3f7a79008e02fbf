import { GripVertical } from 'lucide-react'
import { useRef } from 'react'
import { openStatements } from '../connect/connect-state.ts'
import type { StatementSource } from './statement-drop.ts'
import styles from './StatementGrip.module.css'

interface StatementGripProps {
  readonly source: StatementSource
  /** Such as "statement 2 of ReadPhotos". */
  readonly name: string
  readonly className?: string | undefined
  readonly tabIndex?: number
}

/** Takes a statement out of its policy: dragged, or pressed for a list of where it could go. */
export function StatementGrip({ source, name, className = '', tabIndex = 0 }: StatementGripProps) {
  const dragged = useRef(false)
  return (
    <button
      type="button"
      tabIndex={tabIndex}
      className={`${styles.grip} ${className} nodrag nopan`}
      title={`Drag ${name} onto a principal, a policy or the canvas`}
      aria-label={`Take out ${name}`}
      onPointerDown={event => {
        if (event.button !== 0) return
        event.stopPropagation()
        dragged.current = false
        const start = { x: event.clientX, y: event.clientY }
        void import('./statement-drag.ts').then(({ followStatement }) =>
          followStatement(source, start, () => {
            dragged.current = true
          }),
        )
      }}
      onDoubleClick={event => event.stopPropagation()}
      onClick={event => {
        event.stopPropagation()
        if (!dragged.current) openStatements(source)
        dragged.current = false
      }}
    >
      <GripVertical size={14} strokeWidth={1.75} aria-hidden />
    </button>
  )
}
