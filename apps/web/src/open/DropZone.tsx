import { FileInput } from 'lucide-react'
import { useEffect, useState } from 'react'
import { closeStartPage } from '../start/start-state.ts'
import styles from './DropZone.module.css'
import { openFile, useOpening } from './open-file.ts'

/** A file dropped anywhere is opened. The browser's own idea, to leave the page for it, is prevented. */
export function DropZone() {
  const [over, setOver] = useState(false)
  const reading = useOpening(state => state.reading)
  useEffect(() => {
    const hasFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    const enter = (event: DragEvent) => {
      if (!hasFile(event)) return
      event.preventDefault()
      setOver(true)
    }
    const leave = (event: DragEvent) => {
      // Only leaving the window counts: each element inside fires one as well.
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent) => {
      if (!hasFile(event)) return
      event.preventDefault()
      setOver(false)
      const file = event.dataTransfer?.files[0]
      if (!file) return
      closeStartPage()
      void openFile(file)
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

  if (reading !== undefined) {
    return (
      <div role="status" className={styles.cover}>
        <span className={styles.spinner} aria-hidden />
        Reading {reading} …
      </div>
    )
  }
  if (!over) return null
  return (
    <div className={styles.cover}>
      <FileInput size={28} strokeWidth={1.5} aria-hidden />
      <strong>Drop to open</strong>
      An account dump, a saved model or a policy
    </div>
  )
}
