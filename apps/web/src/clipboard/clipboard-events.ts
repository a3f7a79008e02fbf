import { isTyping } from '../canvas/canvas-keys.ts'
import { copySelection, cutSelection } from './clipboard.ts'

/**
 * Copy, cut and paste by the browser's own events, which need no permission. Text that is selected somewhere, a field
 * and an open dialog keep theirs.
 */
export function listenToClipboard(): () => void {
  const copy = (event: ClipboardEvent) => give(event, copySelection)
  const cut = (event: ClipboardEvent) => give(event, cutSelection)
  window.addEventListener('copy', copy)
  window.addEventListener('cut', cut)
  window.addEventListener('paste', paste)
  return () => {
    window.removeEventListener('copy', copy)
    window.removeEventListener('cut', cut)
    window.removeEventListener('paste', paste)
  }
}

const isOthers = (event: ClipboardEvent) =>
  event.defaultPrevented || isTyping(event.target) || document.querySelector('[role="dialog"]') !== null

function give(event: ClipboardEvent, take: () => string | undefined) {
  if (isOthers(event) || getSelection()?.isCollapsed === false) return
  const text = take()
  if (text === undefined) return
  event.clipboardData?.setData('text/plain', text)
  event.preventDefault()
}

function paste(event: ClipboardEvent) {
  if (isOthers(event)) return
  const text = event.clipboardData?.getData('text/plain') ?? ''
  // A file that was copied is opened like one that is dropped.
  const file = event.clipboardData?.files[0]
  event.preventDefault()
  if (text === '' && file) void import('../open/open-file.ts').then(({ openFile }) => openFile(file))
  else void import('./paste.ts').then(({ pasteText }) => pasteText(text))
}
