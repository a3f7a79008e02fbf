import { Handle, type NodeProps, Position } from '@xyflow/react'
import { Building2, ChevronDown, ChevronRight, Crown, Network, Shield } from 'lucide-react'
import { memo, type ReactNode } from 'react'
import type { EntityId, Policy } from '@iam-canvas/core'
import { select, useWorkspace } from '../../workspace/workspace.ts'
import { withBeside } from '../../shell/use-beside.ts'
import { useDropState } from '../drag-state.ts'
import { controlShort } from '../frame-words.ts'
import type { AccountNode as AccountNodeType, FrameData, OuNode as OuNodeType } from '../scene-nodes.ts'
import type { Frame } from '../drawn.ts'
import { NodeName, shown } from './NodeName.tsx'
import nodes from './nodes.module.css'
import styles from './FrameNode.module.css'

/** An account: a frame around everything it owns. */
export const AccountNode = memo(function AccountNode({ data, selected }: NodeProps<AccountNodeType>) {
  const { account, management } = data.entity
  return (
    <FrameBox
      {...data}
      selected={selected}
      className={styles.account}
      icon={<Building2 size={15} strokeWidth={1.75} aria-hidden />}
      hint="Drag things in here, or select the account and add them"
    >
      <span className={styles.number} dir="ltr">
        {account}
      </span>
      {management && (
        <span className={styles.mark} title="Management account: SCPs do not bind it">
          <Crown size={12} strokeWidth={1.75} aria-hidden /> <span>management</span>
        </span>
      )}
    </FrameBox>
  )
})

/** An organizational unit; the one without a parent is the organization's root. */
export const OuNode = memo(function OuNode({ data, selected }: NodeProps<OuNodeType>) {
  const organization = useWorkspace(state => state.document.model.organization?.id)
  const root = data.entity.parent === undefined
  return (
    <FrameBox
      {...data}
      selected={selected}
      className={styles.ou}
      icon={<Network size={15} strokeWidth={1.75} aria-hidden />}
      hint="Drag accounts in here"
    >
      <span className={styles.holds}>
        {root && organization ? `${organization} · ` : ''}
        {data.holds}
      </span>
    </FrameBox>
  )
})

interface FrameBoxProps extends FrameData<Frame> {
  readonly selected: boolean
  readonly className: string | undefined
  readonly icon: ReactNode
  readonly hint: string
  readonly children: ReactNode
}

function FrameBox({
  entity,
  controls,
  holds,
  empty,
  collapsed,
  selected,
  className,
  icon,
  hint,
  children,
}: FrameBoxProps) {
  const drop = useDropState(entity.id)
  const state = `${selected ? styles.selected : ''} ${drop ? nodes[drop] : ''} ${collapsed ? styles.collapsed : ''}`
  return (
    <div className={`${styles.frame} ${className} ${state}`}>
      {!collapsed &&
        (['top', 'right', 'bottom', 'left'] as const).map(side => (
          <span key={side} className={`${styles.border} ${styles[side]}`} aria-hidden />
        ))}
      <div className={styles.bar}>
        <CollapseButton id={entity.id} name={entity.name} collapsed={collapsed} />
        {icon}
        <NodeName id={entity.id} name={entity.name} />
        {children}
        <Controls controls={controls} />
      </div>
      {collapsed && entity.kind === 'account' && (
        <p className={styles.contents} title={holds}>
          {holds}
        </p>
      )}
      {empty && <p className={styles.hint}>{hint}</p>}
      <Handle id={Position.Right} type="source" position={Position.Right} className={styles.end} />
      <Handle id={Position.Left} type="target" position={Position.Left} className={styles.end} />
      <Handle id={Position.Top} type="target" position={Position.Top} className={styles.topEnd} />
    </div>
  )
}

const mostChips = 2

/** The SCPs and RCPs on a title bar. A chip leads to its policy. */
function Controls({ controls }: { readonly controls: readonly Policy[] }) {
  if (controls.length === 0) return null
  const more = controls.length - mostChips
  return (
    <span className={styles.controls}>
      {controls.slice(0, mostChips).map(policy => (
        <button
          key={policy.id}
          type="button"
          className={`${styles.chip} ${policy.account === 'aws' ? styles.plain : ''} nodrag`}
          title={`${controlShort(policy)} ${policy.name}: click to select`}
          aria-label={`${controlShort(policy)} ${policy.name}`}
          onClick={event => {
            event.stopPropagation()
            select({ kind: 'entities', ids: [policy.id] })
          }}
        >
          <Shield size={11} strokeWidth={2} aria-hidden />
          <bdi>{shown(policy.name)}</bdi>
        </button>
      ))}
      {more > 0 && <span className={styles.more}>+{more}</span>}
    </span>
  )
}

/** On the title bar of whatever can be collapsed. */
export function CollapseButton({
  id,
  name,
  collapsed,
}: {
  readonly id: EntityId
  readonly name: string
  readonly collapsed: boolean
}) {
  const Icon = collapsed ? ChevronRight : ChevronDown
  return (
    <button
      type="button"
      className={`${styles.toggle} nodrag`}
      aria-expanded={!collapsed}
      aria-label={`${collapsed ? 'Expand' : 'Collapse'} ${name}`}
      title={collapsed ? 'Expand (Alt+G)' : 'Collapse (Shift+Alt+G)'}
      onClick={event => {
        event.stopPropagation()
        withBeside(({ toggleCollapsed }) => toggleCollapsed(id))
      }}
      onDoubleClick={event => event.stopPropagation()}
    >
      <Icon size={14} strokeWidth={2} aria-hidden />
    </button>
  )
}
