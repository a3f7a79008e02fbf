import { FolderOpen, GraduationCap, LayoutGrid, Sparkles } from 'lucide-react'
import { useWorkspace } from '../workspace/workspace.ts'
import { openFirstLesson } from '../lessons/open-lesson.ts'
import { openExample } from '../open/open-models.ts'
import { chooseFile } from '../open/open-file.ts'
import { openStartPage } from '../start/start-state.ts'
import { Button } from '../ui/Button.tsx'
import { drawnEntities } from './drawn.ts'
import styles from './EmptyCanvas.module.css'

/** What an empty canvas offers, instead of nothing. */
export function EmptyCanvas() {
  const empty = useWorkspace(state => drawnEntities(state.document).length === 0)
  if (!empty) return null
  return (
    <div className={styles.empty}>
      <h2>An empty account</h2>
      <p>Drag a user, a policy and a resource from the left, and see who may do what.</p>
      <div className={styles.starts}>
        <Button look="primary" icon={<FolderOpen size={15} strokeWidth={1.75} />} onClick={chooseFile}>
          Open an account dump
        </Button>
        <Button icon={<Sparkles size={15} strokeWidth={1.75} />} onClick={() => void openExample()}>
          Start from the example
        </Button>
        <Button icon={<GraduationCap size={15} strokeWidth={1.75} />} onClick={() => void openFirstLesson()}>
          Begin with lesson 1
        </Button>
        <Button icon={<LayoutGrid size={15} strokeWidth={1.75} />} onClick={openStartPage}>
          All models
        </Button>
      </div>
      <p className={styles.hint}>
        A dump is the output of <code>aws iam get-account-authorization-details</code>. Drop the file
        anywhere; it never leaves this computer.
      </p>
    </div>
  )
}
