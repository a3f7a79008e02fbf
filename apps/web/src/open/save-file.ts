import { canvasFileOf } from '../workspace/canvas-file.ts'
import { tell } from '../ui/messages.ts'
import { useWorkspace } from '../workspace/workspace.ts'

/** Gives the model to the person as a file, which any IAM Canvas opens. */
export function saveToFile() {
  const { document: open } = useWorkspace.getState()
  const url = URL.createObjectURL(new Blob([canvasFileOf(open)], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileNameFor(open.model.name)
  link.click()
  // Some browsers read the address only after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
  tell(`Saved to ${link.download}`)
}

export const fileNameFor = (name: string) =>
  `${name.replace(/[^\p{L}\p{N} ._-]+/gu, '-').trim() || 'model'}.iam-canvas.json`
