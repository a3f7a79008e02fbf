import { canvasFileOf } from '../workspace/canvas-file.ts'
import { tell } from '../ui/messages.ts'
import { useWorkspace } from '../workspace/workspace.ts'
import { download, fileStem } from './download.ts'

/** Gives the model to the person as a file, which any IAM Canvas opens. */
export function saveToFile() {
  const { document } = useWorkspace.getState()
  const name = `${fileStem(document.model.name)}.iam-canvas.json`
  download(new Blob([canvasFileOf(document)], { type: 'application/json' }), name)
  tell(`Saved to ${name}`)
}
