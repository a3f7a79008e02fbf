import { FileInput } from 'lucide-react'
import { useEffect, useState } from 'react'
import { closeStartPage } from '../start/start-state.ts'
import type * as CanvasDrags from './drag-over-canvas.ts'
import styles from './DropZone.module.css'
import { useBeside } from '../shell/use-beside.ts'

let canvasDrags: typeof CanvasDrags | undefined

async function loadCanvasDrags(): Promise<typeof CanvasDrags> {
  canvasDrags ??= await import('./drag-over-canvas.ts')
  return canvasDrags
}

const isOverCanvas = ({ target }: DragEvent) =>
  target instanceof Element && target.closest('[data-region="canvas"]') !== null

/** Files are taken everywhere, text on the canvas only; a link is neither. */
function isTaken(event: DragEvent) {
  const types = event.dataTransfer?.types ?? []
  if (types.includes('Files')) return true
  return types.includes('text/plain') && !types.includes('text/uri-list') && isOverCanvas(event)
}

/**
 * A file dropped anywhere is opened; on the canvas a policy, as a file or as text, goes to what it is dropped on. The
 * browser's own idea, to leave the page for it, is prevented.
 */
export function DropZone() {
  const [over, setOver] = useState(false)
  const beside = useBeside(state => state.beside)
  useEffect(() => {
    const stop = () => {
      setOver(false)
      canvasDrags?.endHint()
    }
    const enter = (event: DragEvent) => {
      const canvas = isOverCanvas(event)
      if (!isTaken(event)) {
        stop()
        return
      }
      event.preventDefault()
      setOver(!canvas)
      if (!canvasDrags) void loadCanvasDrags()
      else if (canvas) canvasDrags.hintAt({ x: event.clientX, y: event.clientY })
      else canvasDrags.endHint()
    }
    const leave = (event: DragEvent) => {
      // Only leaving the window counts: each element inside fires one as well.
      if (event.relatedTarget === null) stop()
    }
    const drop = (event: DragEvent) => {
      stop()
      if (!isTaken(event)) return
      event.preventDefault()
      const pointer = { x: event.clientX, y: event.clientY }
      const file = event.dataTransfer?.files[0]
      // A browser empties what was dragged as soon as this returns.
      const text = event.dataTransfer?.getData('text/plain') ?? ''
      const onCanvas = isOverCanvas(event)
      if (file) closeStartPage()
      void loadCanvasDrags().then(({ dropFile, dropText }) =>
        file ? dropFile(file, onCanvas ? pointer : undefined) : dropText(text, pointer),
      )
    }
    window.addEventListener('dragenter', enter)
    window.addEventListener('dragover', enter)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragenter', enter)
      window.removeEventListener('dragover', enter)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [])

  if (!over) return beside ? <beside.Reading /> : null
  return (
    <div className={styles.cover}>
      <FileInput size={28} strokeWidth={1.5} aria-hidden />
      <strong>Drop to open</strong>
      An account dump, a saved model or a policy
    </div>
  )
}
