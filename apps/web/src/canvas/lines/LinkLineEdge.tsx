import type { EdgeProps } from '@xyflow/react'
import { memo } from 'react'
import type { PickedLink } from '../../workspace/selection.ts'
import type { LinkEdge } from '../scene-edges.ts'
import { linkPath } from './link-path.ts'
import styles from './lines.module.css'

/** What was configured: thin and neutral, with a square at the holder's end, doubled for a boundary. */
export const LinkLineEdge = memo(function LinkLineEdge(props: EdgeProps<LinkEdge>) {
  const { sourceX, sourceY, targetX, targetY, data, selected } = props
  if (!data) return null
  const { kind } = data.link
  const { path, end, across } = linkPath(kind, { x: sourceX, y: sourceY }, { x: targetX, y: targetY })
  const boundary = kind === 'boundary'
  return (
    <g
      className={`${styles.link} ${selected ? styles.selected : ''} ${kind === 'control' ? styles.binds : ''}`}
    >
      <path className={styles.grab} d={path} />
      <path className={boundary ? styles.outer : styles.stroke} d={path} />
      {boundary && <path className={styles.inner} d={path} />}
      <LineEnd
        kind={kind}
        sourceX={sourceX}
        sourceY={sourceY}
        targetX={end.x}
        targetY={end.y}
        across={across}
      />
    </g>
  )
})

type LineEndProps = Pick<EdgeProps, 'sourceX' | 'sourceY' | 'targetX' | 'targetY'> & {
  readonly kind: PickedLink['kind']
  readonly across: boolean
}

/** The end of a line tells its kind: an arrow to the role, a triangle at it, a shield, a bar, a square. */
function LineEnd({ kind, sourceX: x, sourceY: y, targetX, targetY, across }: LineEndProps) {
  const back = across ? -9 : 9
  switch (kind) {
    case 'trust':
      return (
        <path
          className={styles.arrow}
          d={`M${targetX + back} ${targetY - 4}L${targetX + (across ? 0 : 2)} ${targetY}L${targetX + back} ${targetY + 4}`}
        />
      )
    case 'runs-as':
      return (
        <path className={styles.triangle} d={`M${x + 10} ${y - 4.5}L${x + 1} ${y}L${x + 10} ${y + 4.5}Z`} />
      )
    case 'control':
      return (
        <path
          className={styles.square}
          d={`M${targetX - 5} ${targetY - 9}h10v5c0 3-2.5 5-5 6c-2.5-1-5-3-5-6Z`}
        />
      )
    case 'boundary':
      return <path className={styles.arrow} d={`M${x + 3} ${y + 6}V${y - 5}H${x + 11}V${y + 6}`} />
    default:
      return <rect className={styles.square} x={x - 1} y={y - 3} width={6} height={6} rx={1} />
  }
}
