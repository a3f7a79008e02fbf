import { Handle, type NodeProps, Position } from '@xyflow/react'
import { Users } from 'lucide-react'
import { memo } from 'react'
import { select } from '../../workspace/workspace.ts'
import { ProblemDot } from '../../problems/ProblemDot.tsx'
import { useDropState } from '../drag-state.ts'
import { count } from '../node-names.ts'
import type { GroupNode as GroupNodeType } from '../scene-nodes.ts'
import { ghostsTop } from '../sizes.ts'
import { CollapseButton } from './FrameNode.tsx'
import { DocumentChips, inlineChips } from './DocumentChips.tsx'
import { NodeName, shown } from './NodeName.tsx'
import styles from './nodes.module.css'

/** A frame that holds its members. A member that is at home in another group shows as a ghost. */
export const GroupNode = memo(function GroupNode({ data, selected }: NodeProps<GroupNodeType>) {
  const { group, members, ghosts, collapsed } = data
  const drop = useDropState(group.id)
  const total = members + ghosts.length
  return (
    <div className={`${styles.frame} ${selected ? styles.selected : ''} ${drop ? styles[drop] : ''}`}>
      <span className={styles.rim} data-grip aria-hidden />
      <div className={styles.frameHead} data-grip>
        <Users size={15} strokeWidth={1.75} aria-hidden />
        <NodeName id={group.id} name={group.name} />
        <DocumentChips
          owner={group}
          chips={inlineChips(group, group.inlinePolicies)}
          most={1}
          selected={selected}
          inHead
        />
        <span className={styles.members} title={count(total, 'member')}>
          {total}
        </span>
        <CollapseButton id={group.id} name={group.name} collapsed={collapsed} />
      </div>
      {!collapsed && total === 0 && <p className={styles.emptyFrame}>Drag users in here</p>}
      <ul className={styles.ghosts} style={{ top: ghostsTop(members) }}>
        {(collapsed ? [] : ghosts).map(ghost => (
          <li key={ghost.id}>
            <button
              type="button"
              className={`${styles.ghost} nodrag`}
              title={`${ghost.name} is drawn in another group. Click to select.`}
              onClick={event => {
                event.stopPropagation()
                select({ kind: 'entities', ids: [ghost.id] })
              }}
            >
              <span className={styles.ghostDot} aria-hidden />
              <bdi>{shown(ghost.name)}</bdi>
            </button>
          </li>
        ))}
      </ul>
      <ProblemDot id={group.id} />
      <Handle
        id={Position.Right}
        type="source"
        position={Position.Right}
        className={styles.handle}
        title={`Connect ${group.name}`}
      />
    </div>
  )
})
