import type { EntityId } from '@iam-canvas/core'
import { Handle, Position } from '@xyflow/react'
import type { ReactNode } from 'react'
import { ProblemDot } from '../../problems/ProblemDot.tsx'
import { useDropState } from '../drag-state.ts'
import { NodeName } from './NodeName.tsx'
import styles from './nodes.module.css'

interface CardProps {
  readonly id: EntityId
  readonly name: string
  readonly icon: ReactNode
  readonly subtitle: ReactNode
  readonly shape: 'user' | 'role' | 'resource' | 'external'
  /** Name of the permissions boundary: drawn as a ceiling over the card, and a place to drop a policy on. */
  readonly boundary?: string | undefined
  readonly ceiling?: boolean
  readonly selected: boolean
  readonly children?: ReactNode
}

export function Card({ id, name, icon, subtitle, shape, boundary, ceiling, selected, children }: CardProps) {
  const drop = useDropState(id)
  const side = shape === 'resource' ? Position.Left : Position.Right
  return (
    <div
      className={`${styles.card} ${styles[shape]} ${selected ? styles.selected : ''} ${drop ? styles[drop] : ''}`}
    >
      {boundary !== undefined && (
        <span className={styles.ceiling} title={`Permissions boundary: ${boundary}`}>
          {boundary}
        </span>
      )}
      {ceiling && boundary === undefined && drop && (
        <span className={`${styles.ceiling} ${styles.ceilingSlot}`}>boundary</span>
      )}
      <div className={styles.head}>
        <span className={styles.icon} aria-hidden>
          {icon}
        </span>
        <span className={styles.words}>
          <NodeName id={id} name={name} />
          <span className={styles.subtitle}>{subtitle}</span>
        </span>
      </div>
      {children}
      <ProblemDot id={id} />
      <Handle
        id={side}
        type={side === Position.Left ? 'target' : 'source'}
        position={side}
        className={styles.handle}
        title={`Connect ${name}`}
      />
    </div>
  )
}
