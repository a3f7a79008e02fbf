import { ChevronLeft } from 'lucide-react'
import { Button } from '../ui/Button.tsx'
import styles from './lessons.module.css'

/** From a lesson or an example back to the list of them all. */
export function BackToLessons({ onList }: { readonly onList: () => void }) {
  return (
    <Button
      look="quiet"
      className={styles.small}
      icon={<ChevronLeft size={14} strokeWidth={1.75} />}
      onClick={onList}
    >
      All lessons
    </Button>
  )
}
