import { ViewportPortal } from '@xyflow/react'
import styles from './Guides.module.css'
import { useGuides } from './snapping.ts'

/** The lines along which what is dragged stands in line with what is there. */
export function Guides() {
  const guides = useGuides(state => state.guides)
  if (guides.length === 0) return null
  return (
    <ViewportPortal>
      <svg className={styles.layer} aria-hidden>
        {guides.map(({ along, at, from, to }) => (
          <path
            key={along}
            className={styles.guide}
            d={along === 'x' ? `M${at} ${from}V${to}` : `M${from} ${at}H${to}`}
          />
        ))}
      </svg>
    </ViewportPortal>
  )
}
