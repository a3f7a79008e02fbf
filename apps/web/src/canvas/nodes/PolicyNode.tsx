import { Handle, type NodeProps, Position } from '@xyflow/react'
import { FileText, Lock, Shield } from 'lucide-react'
import { memo } from 'react'
import { ProblemDot } from '../../problems/ProblemDot.tsx'
import { useDropState } from '../drag-state.ts'
import { controlShort } from '../frame-words.ts'
import { count } from '../node-names.ts'
import { summarizePolicy } from '../policy-sentences.ts'
import type { PolicyNode as PolicyNodeType } from '../scene-nodes.ts'
import { StatementGrip } from '../../statements/StatementGrip.tsx'
import { NodeName } from './NodeName.tsx'
import styles from './nodes.module.css'

/** A sheet that reads as sentences. */
export const PolicyNode = memo(function PolicyNode({ data, selected }: NodeProps<PolicyNodeType>) {
  const { policy, attached } = data
  const { sentences, more } = summarizePolicy(policy)
  const drop = useDropState(policy.id)
  const control = policy.purpose !== 'identity'
  const statements = sentences.length + more
  return (
    <div
      className={`${styles.sheet} ${control ? styles.shield : ''} ${selected ? styles.selected : ''} ${drop ? styles[drop] : ''}`}
    >
      <div className={styles.sheetHead}>
        {control ? (
          <Shield size={15} strokeWidth={1.75} aria-hidden />
        ) : (
          <FileText size={15} strokeWidth={1.75} aria-hidden />
        )}
        <NodeName id={policy.id} name={policy.name} />
        {policy.account === 'aws' && (
          <span className={styles.stamp} title="Managed by AWS: read only">
            <Lock size={11} strokeWidth={2} aria-hidden /> AWS
          </span>
        )}
        {policy.account !== 'aws' && (
          <span className={styles.stamp} title={count(statements, 'statement')}>
            {control ? controlShort(policy) : statements > 1 && statements}
          </span>
        )}
      </div>
      <ul className={styles.sentences}>
        {sentences.map((sentence, index) => (
          // The order of a policy's statements is what tells them apart.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index} className={sentence.lines === 2 ? styles.twoLines : ''}>
            <span className={sentence.effect === 'Allow' ? styles.allows : styles.denies} aria-hidden>
              {sentence.effect === 'Allow' ? '✓' : '✕'}
            </span>
            <span className={styles.sentence}>{sentence.text}</span>
            <StatementGrip
              source={{ document: policy.id, index }}
              name={`statement ${index + 1} of ${policy.name}`}
              className={styles.grip}
              tabIndex={selected ? 0 : -1}
            />
          </li>
        ))}
        {more > 0 && <li className={styles.quiet}>and {more} more</li>}
        {policy.text === undefined && <li className={styles.quiet}>text not in the file</li>}
        {policy.text !== undefined && sentences.length === 0 && (
          <li className={styles.quiet}>no statement yet</li>
        )}
      </ul>
      <ProblemDot id={policy.id} />
      {!attached && <span className={styles.unattached}>not attached</span>}
      <Handle
        id={control ? Position.Bottom : Position.Left}
        type={control ? 'source' : 'target'}
        position={control ? Position.Bottom : Position.Left}
        className={styles.handle}
        title={`Connect ${policy.name}`}
      />
    </div>
  )
})
