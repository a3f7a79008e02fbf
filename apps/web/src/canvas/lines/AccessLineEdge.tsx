import { EdgeLabelRenderer, type EdgeProps } from '@xyflow/react'
import { memo } from 'react'
import { decisionTone } from '../decision-words.ts'
import { DecisionGlyph } from '../DecisionGlyph.tsx'
import type { AccessEdge } from '../scene-edges.ts'
import { accessCurve, hasRoomForWords } from './curve.ts'
import styles from './lines.module.css'

/** A decided line. Glyph, stroke and end tell the decision; colour only repeats it. */
export const AccessLineEdge = memo(function AccessLineEdge(props: EdgeProps<AccessEdge>) {
  const { sourceX, sourceY, targetX, targetY, data, selected } = props
  if (!data) return null
  const { line, label, dimmed, hinted, lane, lanes } = data
  const tone = decisionTone[line.decision]
  const curve = accessCurve({ x: sourceX, y: sourceY }, { x: targetX, y: targetY }, lane, lanes, label)
  const state = `${selected || hinted ? styles.selected : ''} ${dimmed ? styles.dimmed : ''}`
  return (
    <>
      <g className={`${styles.access} ${styles[tone]} ${state}`}>
        <path className={styles.grab} d={curve.path} />
        <path className={styles.stroke} d={curve.path} />
        <path className={styles.end} d={tone === 'deny' ? curve.bar : curve.arrow} />
      </g>
      <EdgeLabelRenderer>
        <div
          className={`${styles.chip} ${styles[tone]} ${state}`}
          data-line={props.id}
          title={label}
          style={{ transform: `translate(${curve.label.x - 9}px, ${curve.label.y}px) translateY(-50%)` }}
          aria-hidden
        >
          <DecisionGlyph decision={line.decision} size={18} />
          {(selected || hinted || hasRoomForWords(lanes)) && <span className={styles.words}>{label}</span>}
        </div>
      </EdgeLabelRenderer>
    </>
  )
})
