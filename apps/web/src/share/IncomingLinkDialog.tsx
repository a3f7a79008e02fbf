import { useMemo } from 'react'
import { completeLayout } from '../canvas/complete-layout.ts'
import { shown } from '../canvas/nodes/NodeName.tsx'
import { portraitOf } from '../start/portrait-of.ts'
import { countWords } from '../start/ModelCard.tsx'
import { Thumbnail } from '../start/Thumbnail.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { acceptLink, dismissLink, useIncoming } from './incoming-link.ts'
import styles from './share.module.css'

/** What a link holds, said before anything opens. */
export function IncomingLinkDialog() {
  const link = useIncoming(state => state.link)
  const portrait = useMemo(
    () => link && portraitOf({ ...link.document, layout: completeLayout(link.document) }),
    [link],
  )
  if (!link || !portrait) return null
  return (
    <Dialog
      open
      onClose={dismissLink}
      title="Open the model in this link?"
      description="It opens as a model of its own. What you have open now stays saved, and nothing is sent anywhere."
      footer={
        <>
          <Button onClick={dismissLink}>Not now</Button>
          <Button look="primary" onClick={() => void acceptLink()} data-autofocus>
            Open as a copy
          </Button>
        </>
      }
    >
      <div className={styles.incoming}>
        <Thumbnail portrait={portrait} />
        <p>
          <strong>
            <bdi>{shown(link.document.model.name)}</bdi>
          </strong>
          <span>{countWords(portrait.counts) || 'an empty model'}</span>
        </p>
      </div>
      {link.notes.length > 0 && (
        <ul className={styles.notes} aria-label="What had to be mended">
          {link.notes.map(note => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </Dialog>
  )
}
