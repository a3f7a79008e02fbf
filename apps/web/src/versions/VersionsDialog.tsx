import { useQuery } from '@tanstack/react-query'
import { BookmarkPlus } from 'lucide-react'
import { useState } from 'react'
import { shown } from '../canvas/nodes/NodeName.tsx'
import { ago } from '../start/ago.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import type { SavedVersion } from '../workspace/database.ts'
import { useWorkspace } from '../workspace/workspace.ts'
import { listVersions } from './saved-versions.ts'
import { VersionDetail } from './VersionDetail.tsx'
import { saveVersion } from './version-actions.ts'
import { closeVersions, useVersions } from './versions-state.ts'
import styles from './versions.module.css'

/** The kept versions of the open model: keep one, see what changed since, go back. */
export function VersionsDialog() {
  const open = useVersions(state => state.open)
  return (
    <Dialog
      open={open}
      onClose={closeVersions}
      title="Versions"
      description="The model as it was at a moment that you named. Kept in this browser, with the model."
      wide
    >
      {open && <Versions />}
    </Dialog>
  )
}

function Versions() {
  const modelId = useWorkspace(state => state.modelId)
  const { data: versions, isError } = useQuery({
    queryKey: ['versions', modelId],
    queryFn: () => listVersions(modelId),
  })
  const [chosen, setChosen] = useState<string>()
  const current = versions?.find(({ id }) => id === chosen) ?? versions?.[0]
  return (
    <>
      <KeepForm />
      {isError && <p role="alert">This browser does not let the page store anything.</p>}
      {versions?.length === 0 && (
        <p className={styles.empty}>
          No version is kept yet. Name one before a change that you may want to take back as a whole.
        </p>
      )}
      {versions && current && (
        <div className={styles.columns}>
          <ul className={styles.list} aria-label="Kept versions">
            {versions.map(version => (
              <Row
                key={version.id}
                version={version}
                current={version.id === current.id}
                onChoose={() => setChosen(version.id)}
              />
            ))}
          </ul>
          <VersionDetail key={current.id} version={current} />
        </div>
      )}
    </>
  )
}

function KeepForm() {
  const [name, setName] = useState('')
  const keep = async () => {
    const wanted = name.trim() || new Date().toLocaleString()
    if (await saveVersion(wanted)) setName('')
  }
  return (
    <form
      className={styles.form}
      onSubmit={event => {
        event.preventDefault()
        void keep()
      }}
    >
      <input
        aria-label="Name of the version"
        placeholder="Name, such as: before the review"
        maxLength={128}
        value={name}
        onChange={event => setName(event.target.value)}
        data-autofocus
      />
      <Button look="primary" type="submit" icon={<BookmarkPlus size={15} strokeWidth={1.75} />}>
        Keep this version
      </Button>
    </form>
  )
}

interface RowProps {
  readonly version: SavedVersion
  readonly current: boolean
  readonly onChoose: () => void
}

function Row({ version, current, onChoose }: RowProps) {
  return (
    <li>
      <button type="button" className={styles.row} aria-current={current || undefined} onClick={onChoose}>
        <span className={styles.name}>
          <bdi>{shown(version.name)}</bdi>
        </span>
        <span className={styles.quiet} title={new Date(version.savedAt).toLocaleString()}>
          {ago(version.savedAt)}
          {version.reason !== 'named' && ', kept by itself'}
        </span>
      </button>
    </li>
  )
}
