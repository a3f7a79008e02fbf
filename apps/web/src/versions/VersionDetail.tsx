import { useQuery } from '@tanstack/react-query'
import { RotateCcw, Trash2 } from 'lucide-react'
import { shown } from '../canvas/nodes/NodeName.tsx'
import { countWords } from '../start/ModelCard.tsx'
import { Thumbnail } from '../start/Thumbnail.tsx'
import { Button } from '../ui/Button.tsx'
import { documentOf } from '../workspace/canvas-file.ts'
import type { SavedVersion } from '../workspace/database.ts'
import { useWorkspace } from '../workspace/workspace.ts'
import { type ChangesSince, changesSince } from './changes-since.ts'
import { versionText } from './saved-versions.ts'
import { removeVersion, restoreVersion } from './version-actions.ts'
import { closeVersions } from './versions-state.ts'
import styles from './versions.module.css'

const icon = { size: 15, strokeWidth: 1.75 }

/** What a version looks like, what has changed since, and the way back to it. */
export function VersionDetail({ version }: { readonly version: SavedVersion }) {
  const document = useWorkspace(state => state.document)
  const { data: changes } = useQuery({
    queryKey: ['versions', 'changes', version.id],
    queryFn: async (): Promise<ChangesSince | string> => {
      const text = await versionText(version.id)
      const read = text === undefined ? undefined : documentOf(text)
      if (!read) return 'This version is not stored any more'
      return read.ok ? changesSince(read.document, document) : read.message
    },
    staleTime: 0,
    gcTime: 0,
  })
  const restore = async () => {
    if (await restoreVersion(version)) closeVersions()
  }
  return (
    <section className={styles.detail} aria-label={`Version ${shown(version.name)}`}>
      <div className={styles.picture}>
        <Thumbnail portrait={version.portrait} />
      </div>
      <p className={styles.quiet}>
        {new Date(version.savedAt).toLocaleString()}, {countWords(version.portrait.counts) || 'empty'}
      </p>
      <h3>Changed since then</h3>
      {changes && <Since changes={changes} />}
      <div className={styles.actions}>
        <Button look="primary" icon={<RotateCcw {...icon} />} onClick={() => void restore()}>
          Go back to this version
        </Button>
        <Button
          icon={<Trash2 {...icon} />}
          label="Delete this version"
          onClick={() => void removeVersion(version)}
        />
      </div>
      <p className={styles.quiet}>
        What is open now is kept as a version first, and one Undo brings it back.
      </p>
    </section>
  )
}

function Since({ changes }: { readonly changes: ChangesSince | string }) {
  if (typeof changes === 'string') return <p role="alert">{changes}</p>
  const { records, access } = changes
  const nothing = records.length === 0 && !access?.gained && !access?.lost
  if (nothing) return <p>Nothing in the account. Places and notes may have.</p>
  return (
    <>
      <p>{records.join(', ') || 'No record'}</p>
      {access ? (
        <p>
          <span className={styles.gained}>+{access.gained}</span> access gained,{' '}
          <span className={styles.lost}>−{access.lost}</span> lost
        </p>
      ) : (
        <p className={styles.quiet}>The account is too large to compare access here.</p>
      )}
    </>
  )
}
