import { LONGEST_LINK, writeModelFragment } from '@iam-canvas/exchange'
import { useQuery } from '@tanstack/react-query'
import { Check, Copy, Download } from 'lucide-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { saveToFile } from '../open/save-file.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { canvasFileOf } from '../workspace/canvas-file.ts'
import { useWorkspace } from '../workspace/workspace.ts'
import { closeShare, useShare } from './share-state.ts'
import styles from './share.module.css'

const icon = { size: 15, strokeWidth: 1.75 }

/** The whole model as a link. Too long to travel safely: said so, with the number, and the file instead. */
export function LinkDialog() {
  const open = useShare(state => state.dialog === 'link')
  return (
    <Dialog
      open={open}
      onClose={closeShare}
      title="Share as a link"
      description="The model itself is in the link, after the #. Browsers keep that part to themselves: it reaches no server."
    >
      {open && <Link />}
    </Dialog>
  )
}

function Link() {
  const document = useWorkspace(state => state.document)
  const { data: link, isError } = useQuery({
    queryKey: ['model-link'],
    queryFn: () => linkOf(document),
    staleTime: 0,
    gcTime: 0,
  })
  if (isError) {
    return <TooLong>This browser cannot pack a model into a link.</TooLong>
  }
  if (link === undefined) return <p className={styles.quiet}>Packing …</p>
  if (link.length > LONGEST_LINK) {
    return (
      <TooLong>
        This model needs a link of {kilobytes(link.length)}. Beyond {kilobytes(LONGEST_LINK)} mail and chat
        programs cut links off, and half a link opens nothing.
      </TooLong>
    )
  }
  return <Ready link={link} />
}

async function linkOf(document: ReturnType<typeof useWorkspace.getState>['document']): Promise<string> {
  const { origin, pathname } = location
  return `${origin}${pathname}#${await writeModelFragment(canvasFileOf(document))}`
}

/** The link is packed after the dialog has opened, so the focus comes to its button then. */
function useFocusOnceThere() {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.querySelector<HTMLElement>('button')?.focus(), [])
  return place
}

function TooLong({ children }: { readonly children: ReactNode }) {
  const place = useFocusOnceThere()
  return (
    <div ref={place}>
      <p role="alert" className={styles.tooLong}>
        {children} Send the file instead: it holds the same, and any IAM Canvas opens it.
      </p>
      <Button look="primary" icon={<Download {...icon} />} onClick={saveToFile}>
        Save to a file
      </Button>
    </div>
  )
}

function Ready({ link }: { readonly link: string }) {
  const place = useFocusOnceThere()
  const field = useRef<HTMLInputElement>(null)
  const [copied, setCopied] = useState<'yes' | 'by hand'>()
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link)
      setCopied('yes')
    } catch {
      // A browser that refuses the clipboard still lets people copy what is selected.
      field.current?.select()
      setCopied('by hand')
    }
  }
  return (
    <div ref={place}>
      <div className={styles.linkRow}>
        <input
          ref={field}
          readOnly
          value={link}
          aria-label="Link to the model"
          className={styles.link}
          onFocus={event => event.currentTarget.select()}
        />
        <Button
          look="primary"
          icon={copied === 'yes' ? <Check {...icon} /> : <Copy {...icon} />}
          onClick={() => void copy()}
        >
          {copied === 'yes' ? 'Copied' : 'Copy link'}
        </Button>
      </div>
      <div className={styles.size}>
        <progress max={LONGEST_LINK} value={link.length} aria-label="Length of the link" />
        {kilobytes(link.length)} of {kilobytes(LONGEST_LINK)}
        <span role="status">{copied === 'by hand' && 'Selected: press Ctrl C to copy it'}</span>
      </div>
      <p className={styles.quiet}>
        Whoever has the link can read everything in the model: names, account numbers and policies. It opens
        as a copy and never changes yours. What you change later is not in it.
      </p>
    </div>
  )
}

const kilobytes = (letters: number) => `${(letters / 1000).toFixed(letters < 10_000 ? 1 : 0)} kB`
