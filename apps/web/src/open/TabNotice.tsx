import { Layers2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { workOnCopy } from '../workspace/autosave.ts'
import { useTabs } from '../workspace/tabs.ts'
import { useWorkspace } from '../workspace/workspace.ts'
import { followOtherTab } from './follow-other-tab.ts'
import { takeBack } from './remove-model.ts'
import styles from './TabNotice.module.css'

/** Another tab has the same model open, or has changed it: said before it matters, with what to do. */
export function TabNotice() {
  const { others, since } = useTabs()
  const modelId = useWorkspace(state => state.modelId)
  const [dismissed, setDismissed] = useState('')
  const key = `${modelId} ${since ?? 'shared'}`
  if ((others.size === 0 && !since) || dismissed === key) return null
  return (
    <div role="status" className={styles.notice}>
      <Layers2 size={15} strokeWidth={1.75} aria-hidden />
      <span className={styles.text}>{words[since ?? 'shared']}</span>
      {since === 'saved' && <Button onClick={() => void followOtherTab()}>Show its changes</Button>}
      {since === 'deleted' && <Button onClick={() => void takeBack(modelId)}>Take it back</Button>}
      {since !== 'deleted' && <Button onClick={() => void workOnCopy()}>Work on a copy here</Button>}
      <Button look="quiet" onClick={() => setDismissed(key)}>
        Hide
      </Button>
    </div>
  )
}

const words = {
  shared: 'This model is open in another tab as well. If both change it, both are kept, as two models.',
  saved: 'Another tab has changed this model. What you change here from now on becomes a copy.',
  deleted: 'Another tab has deleted this model. Your next change brings it back.',
} as const
