import { Outline } from './Outline.tsx'
import { Palette } from './Palette.tsx'
import styles from './Sidebar.module.css'

export function Sidebar() {
  return (
    <div className={styles.sidebar}>
      <Palette />
      <Outline />
    </div>
  )
}
