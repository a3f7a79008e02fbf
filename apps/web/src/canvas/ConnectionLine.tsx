import type { ConnectionLineComponentProps } from '@xyflow/react'
import { useDrag } from './drag-state.ts'
import styles from './ConnectionLine.module.css'

/** The line that follows the pointer while something is being connected. */
export function ConnectionLine({ fromX, fromY, toX, toY }: ConnectionLineComponentProps) {
  const ok = useDrag(state => state.verdict?.ok)
  return (
    <path
      className={`${styles.line} ${ok === false ? styles.refused : ''}`}
      d={`M${fromX} ${fromY}C${(fromX + toX) / 2} ${fromY} ${(fromX + toX) / 2} ${toY} ${toX} ${toY}`}
    />
  )
}
