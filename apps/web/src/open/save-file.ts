import { canvasFileOf } from '../workspace/canvas-file.ts'
import { tell } from '../ui/messages.ts'
import { useWorkspace } from '../workspace/workspace.ts'
import { saveText } from './save-text.ts'

/** Gives the model to the person as a file, which any IAM Canvas opens. */
export function saveToFile() {
  const { document: open } = useWorkspace.getState()
  const name = fileNameFor(open.model.name)
  saveText(name, canvasFileOf(open))
  tell(`Saved to ${name}`)
}

export const fileNameFor = (name: string) =>
  `${name.replace(/[^\p{L}\p{N} ._-]+/gu, '-').trim() || 'model'}.iam-canvas.json`
