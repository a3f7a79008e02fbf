import { isModelFragment, readModelFragment } from '@iam-canvas/exchange'
import { create } from 'zustand'
import { openAsNew } from '../open/open-models.ts'
import { tell, warn } from '../ui/messages.ts'
import { documentOf } from '../workspace/canvas-file.ts'
import type { WorkspaceDocument } from '../workspace/document.ts'

interface Incoming {
  readonly document: WorkspaceDocument
  /** What had to be mended. */
  readonly notes: readonly string[]
}

/** A model that came in a link and waits for a yes. */
export const useIncoming = create<{ readonly link: Incoming | undefined }>()(() => ({ link: undefined }))

/** Listens for links that are opened in this tab, and looks at the one it was opened with. */
export function listenForLinks() {
  window.addEventListener('hashchange', () => void offerLink())
  void offerLink()
}

/** Reads the model in the address, if there is one, and asks. Nothing changes before the answer. */
async function offerLink() {
  const { hash } = location
  if (!isModelFragment(hash)) return
  const read = await readModelFragment(hash)
  if (!read.ok) return refuse(read.problem.message)
  const opened = documentOf(read.text)
  if (!opened.ok) return refuse(opened.message)
  useIncoming.setState({ link: { document: opened.document, notes: opened.notes } })
}

function refuse(why: string) {
  forgetAddress()
  warn(`Nothing was opened: ${why}. Your models are untouched`)
}

/** Opens it as a model of its own: what a link carries never takes the place of anything. */
export async function acceptLink() {
  const { link } = useIncoming.getState()
  if (!link) return
  dismissLink()
  await openAsNew(link.document)
  tell(`"${link.document.model.name}" opened from the link, as a model of its own`)
}

export function dismissLink() {
  useIncoming.setState({ link: undefined })
  forgetAddress()
}

/** A reload goes on with the work, and does not open the link again. */
const forgetAddress = () => history.replaceState(null, '', location.pathname + location.search)
