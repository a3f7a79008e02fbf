import { Check, TriangleAlert, X } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import { ProblemCount } from '../problems/ProblemCount.tsx'
import { useWorkspace } from '../workspace/workspace.ts'
import { countAnswers } from './count-answers.ts'
import styles from './StatusStrip.module.css'

export function StatusStrip() {
  const access = useWorkspace(state => state.access)
  const deciding = useWorkspace(state => state.deciding)
  const drafts = useWorkspace(state => Object.keys(state.document.drafts).length)
  const { allow, deny, depends } = useMemo(() => countAnswers(access), [access])
  const unknown = deciding && access.principals.length === 0
  const counted = (count: number) => (unknown ? '–' : count)
  return (
    <footer className={styles.strip} aria-label="Status" aria-busy={deciding}>
      <span className={styles.allow}>
        <Check size={13} strokeWidth={2.5} aria-hidden /> <b>{counted(allow)}</b> allowed
      </span>
      <span className={styles.deny}>
        <X size={13} strokeWidth={2.5} aria-hidden /> <b>{counted(deny)}</b> denied
      </span>
      <span className={styles.conditional}>
        <span aria-hidden>?</span> <b>{counted(depends)}</b> depends
      </span>
      <Deciding deciding={deciding} />
      <ProblemCount />
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

/** An answer that comes sooner is not announced: the words would only flicker. */
const unnoticed = 200

/** Says that the lines and numbers are those from before the last change. */
function Deciding({ deciding }: { readonly deciding: boolean }) {
  const [late, setLate] = useState(false)
  useEffect(() => {
    if (!deciding) return undefined
    const timer = setTimeout(() => setLate(true), unnoticed)
    return () => {
      clearTimeout(timer)
      setLate(false)
    }
  }, [deciding])
  return (
    <span role="status" className={styles.deciding}>
      {late && 'Deciding …'}
    </span>
  )
}
