import { useRef } from 'react'
import styles from './Splitter.module.css'

interface SplitterProps {
  readonly label: string
  /** Width in pixels of the panel that it sizes. */
  readonly width: number
  readonly min: number
  readonly max: number
  /** Which side the sized panel is on. */
  readonly side: 'left' | 'right'
  readonly onResize: (width: number) => void
}

/** A handle between two panels, by mouse and by arrow keys. */
export function Splitter({ label, width, min, max, side, onResize }: SplitterProps) {
  const start = useRef<{ readonly x: number; readonly width: number }>(undefined)
  const sign = side === 'left' ? 1 : -1
  const resize = (wanted: number) => onResize(Math.round(Math.min(max, Math.max(min, wanted))))
  return (
    <div
      role="separator"
      aria-label={label}
      aria-orientation="vertical"
      aria-valuenow={width}
      aria-valuemin={min}
      aria-valuemax={max}
      // A separator that can be moved is a widget and must take the focus (ARIA 1.2, separator).
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      className={styles.splitter}
      onPointerDown={event => {
        event.currentTarget.setPointerCapture(event.pointerId)
        start.current = { x: event.clientX, width }
      }}
      onPointerMove={event => {
        if (start.current) resize(start.current.width + sign * (event.clientX - start.current.x))
      }}
      onPointerUp={() => {
        start.current = undefined
      }}
      onKeyDown={event => {
        if (event.key === 'ArrowLeft') resize(width - sign * 16)
        if (event.key === 'ArrowRight') resize(width + sign * 16)
      }}
    />
  )
}
