import type { EdgeProps } from '@xyflow/react'
import { memo } from 'react'
import type { LinkEdge } from '../scene-edges.ts'
import { linkCurve, trustCurve } from './curve.ts'
import styles from './lines.module.css'

/** What was configured: thin and neutral, with a square at the holder's end, doubled for a boundary. */
export const LinkLineEdge = memo(function LinkLineEdge(props: EdgeProps<LinkEdge>) {
  const { sourceX, sourceY, targetX, targetY, data, selected } = props
  if (!data) return null
  const { kind } = data.link
  const curve = kind === 'trust' ? trustCurve : linkCurve
  const path = curve({ x: sourceX, y: sourceY }, { x: targetX, y: targetY })
  const boundary = kind === 'boundary'
  return (
    <g className={`${styles.link} ${selected ? styles.selected : ''}`}>
      <path className={styles.grab} d={path} />
      <path className={boundary ? styles.outer : styles.stroke} d={path} />
      {boundary && <path className={styles.inner} d={path} />}
      {kind === 'trust' ? (
        <path
          className={styles.arrow}
          d={`M${targetX + 9} ${targetY - 4}L${targetX + 2} ${targetY}L${targetX + 9} ${targetY + 4}`}
        />
      ) : (
        <rect className={styles.square} x={sourceX - 1} y={sourceY - 3} width={6} height={6} rx={1} />
      )}
    </g>
  )
})
