import { Check, TriangleAlert, X } from 'lucide-react'
import { useMemo } from 'react'
import { useWorkspace } from '../workspace/workspace.ts'
import { countAnswers } from './count-answers.ts'
import styles from './StatusStrip.module.css'

export function StatusStrip() {
  const access = useWorkspace(state => state.access)
  const drafts = useWorkspace(state => Object.keys(state.document.drafts).length)
  const { allow, deny, depends } = useMemo(() => countAnswers(access), [access])
  return (
    <footer className={styles.strip} aria-label="Status">
      <span className={styles.allow}>
        <Check size={13} strokeWidth={2.5} aria-hidden /> <b>{allow}</b> allowed
      </span>
      <span className={styles.deny}>
        <X size={13} strokeWidth={2.5} aria-hidden /> <b>{deny}</b> denied
      </span>
      <span className={styles.conditional}>
        <span aria-hidden>?</span> <b>{depends}</b> depends
      </span>
      {drafts > 0 && (
        <span className={styles.drafts}>
          <TriangleAlert size={13} strokeWidth={2} aria-hidden /> {drafts}{' '}
          {drafts === 1 ? 'policy' : 'policies'} half typed
        </span>
      )}
      <span className={styles.space} />
      <span>Everything stays on this computer</span>
    </footer>
  )
}
