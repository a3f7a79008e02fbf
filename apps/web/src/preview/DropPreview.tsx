import { ViewportPortal } from '@xyflow/react'
import { useEffect } from 'react'
import { shownBoxes } from '../canvas/canvas-view.ts'
import type { Box } from '../canvas/hit-test.ts'
import { accessCurve } from '../canvas/lines/curve.ts'
import type { ChangedLine } from './access-effect.ts'
import styles from './DropPreview.module.css'
import { followDrags, usePreview } from './preview-state.ts'

/** The access that a drop would give and take, drawn over the canvas before it is done. */
export default function DropPreview() {
  const effect = usePreview(state => state.effect)
  useEffect(followDrags, [])
  if (!effect || effect.lines.length === 0) return null
  const boxes = new Map(shownBoxes().map(box => [box.id as string, box]))
  const lanes = new Map<string, number>()
  return (
    <ViewportPortal>
      <svg className={styles.layer} aria-hidden>
        {effect.lines.map(line => {
          const from = boxes.get(line.principal)
          const to = boxes.get(line.resource)
          if (!from || !to) return null
          const lane = lanes.get(line.resource) ?? 0
          lanes.set(line.resource, lane + 1)
          return (
            <PreviewLine
              key={`${line.principal} ${line.resource} ${line.change}`}
              line={line}
              from={from}
              to={to}
              lane={lane}
            />
          )
        })}
      </svg>
    </ViewportPortal>
  )
}

interface PreviewLineProps {
  readonly line: ChangedLine
  readonly from: Box
  readonly to: Box
  readonly lane: number
}

function PreviewLine({ line, from, to, lane }: PreviewLineProps) {
  const curve = accessCurve(
    { x: from.x + from.width, y: from.y + from.height / 2 },
    { x: to.x, y: to.y + to.height / 2 },
    lane,
    lane + 1,
  )
  const { x, y } = curve.label
  return (
    <g className={styles[line.change]}>
      <path className={styles.halo} d={curve.path} />
      <path className={styles.stroke} d={curve.path} />
      <circle cx={x} cy={y} r={10} className={styles.sign} />
      <path
        className={styles.mark}
        d={`M${x - 4.5} ${y}H${x + 4.5}${line.change === 'gained' ? `M${x} ${y - 4.5}V${y + 4.5}` : ''}`}
      />
    </g>
  )
}
