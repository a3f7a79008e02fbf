import {
  Background,
  BackgroundVariant,
  ConnectionMode,
  type EdgeChange,
  MiniMap,
  type NodeChange,
  type NodeMouseHandler,
  ReactFlow,
  SelectionMode,
  useReactFlow,
  useStoreApi,
} from '@xyflow/react'
import { lazy, Suspense, useCallback, useEffect, useState } from 'react'
import type { EntityId } from '@iam-canvas/core'
import { rename, select, useWorkspace } from '../workspace/workspace.ts'
import { onCanvasContextMenu } from '../context-menu/on-context-menu.ts'
import { Guides } from '../arrange/Guides.tsx'
import { nothing } from '../workspace/selection.ts'
import type { Tool } from './CanvasToolbar.tsx'
import { keysOfCanvas } from '../shell/late-keys.ts'
import { useBeside } from '../shell/use-beside.ts'
import { holdView } from './canvas-view.ts'
import { ConnectionLine } from './ConnectionLine.tsx'
import { isNoteId, type NoteId } from '@iam-canvas/exchange'
import { NoteNode } from '../notes/NoteNode.tsx'
import { AccessLineEdge } from './lines/AccessLineEdge.tsx'
import { LinkLineEdge } from './lines/LinkLineEdge.tsx'
import { LineNotice } from './LineNotice.tsx'
import { ExternalNode } from './nodes/ExternalNode.tsx'
import { AccountNode, OuNode } from './nodes/FrameNode.tsx'
import { GroupNode } from './nodes/GroupNode.tsx'
import { PolicyNode } from './nodes/PolicyNode.tsx'
import { ResourceNode } from './nodes/ResourceNode.tsx'
import { RoleNode } from './nodes/RoleNode.tsx'
import { UserNode } from './nodes/UserNode.tsx'
import { lookAlongLine, lookAlongNode, lookAway, stopLooking } from './path-look.ts'
import { beginMarquee, endMarquee, forgetMarquee, isFrameId, isMarquee } from './marquee.ts'
import { pickEdge } from './pick-edge.ts'
import type { SceneEdge } from './scene-edges.ts'
import { createHandHandlers } from './hand-handlers.ts'
import { useMarquee } from './use-marquee.ts'
import { useRevealRenamed } from './use-reveal-renamed.ts'
import { useFirstView } from './use-first-view.ts'
import { type CanvasNode, useScene } from './use-scene.ts'
import { useSteady } from './use-steady.ts'
import styles from './Canvas.module.css'

const DropPreview = lazy(() => import('../preview/DropPreview.tsx'))

const nodeTypes = {
  user: UserNode,
  role: RoleNode,
  // Not `group`: React Flow styles that type itself.
  frame: GroupNode,
  policy: PolicyNode,
  resource: ResourceNode,
  external: ExternalNode,
  account: AccountNode,
  ou: OuNode,
  note: NoteNode,
}
const edgeTypes = { access: AccessLineEdge, link: LinkLineEdge }

/** Few nodes are all kept in the page; culling many saves more than it costs. */
const cullAbove = 300

const ariaLabels = {
  'node.a11yDescription.default':
    'Press Enter to select. Arrow keys move, Delete removes, C connects, F2 renames.',
  'node.a11yDescription.keyboardDisabled': 'Press Enter to select.',
  'node.a11yDescription.ariaLiveMessage': () => '',
  'edge.a11yDescription.default': 'Press Enter to select and see why.',
}

const otherButtons = [1, 2]
const selectNothing = () => select(nothing)

export function Canvas() {
  const flow = useReactFlow()
  const store = useStoreApi()
  const { nodes, scene, edges, hiddenLines, move, lift, settle } = useScene()
  const [{ take, handOn }] = useState(createHandHandlers)
  const beside = useBeside(state => state.beside)
  const [tool, setTool] = useState<Tool>('select')
  useFirstView(scene)
  useEffect(() => holdView({ flow, state: store.getState }), [flow, store])
  useRevealRenamed()

  const onNodesChange = useCallback(
    (changes: NodeChange<CanvasNode>[]) => {
      const selects = changes.filter(change => change.type === 'select')
      // A marquee that begins inside a frame touches it; whether it takes the frame in is known when it ends.
      const meant = isMarquee() ? selects.filter(({ id, selected }) => !selected || !isFrameId(id)) : selects
      if (meant.length > 0) selectNodes(meant)
      move(changes)
    },
    [move],
  )

  const onEdgesChange = useCallback(
    (changes: EdgeChange<SceneEdge>[]) => {
      // A marquee takes in nodes; the lines among them follow from those.
      if (isMarquee()) return
      const picked = changes.find(change => change.type === 'select' && change.selected)
      const edge = picked?.type === 'select' ? edges.find(({ id }) => id === picked.id) : undefined
      if (edge) pickEdge(edge)
    },
    [edges],
  )

  const marquee = useMarquee()
  const handlers = useSteady({ onNodesChange, onEdgesChange, ...marquee })

  return (
    // The canvas is one widget; its keys are listed in the shortcuts and each has a button elsewhere.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className={`${styles.canvas} ${tool === 'hand' ? styles.hand : ''}`}
      onKeyDown={keysOfCanvas}
      onContextMenu={onCanvasContextMenu}
      onPointerDownCapture={beginPress}
      data-region="canvas"
    >
      <ReactFlow<CanvasNode, SceneEdge>
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        {...handlers}
        {...handOn}
        onPaneClick={selectNothing}
        onSelectionStart={beginMarquee}
        onSelectionEnd={endMarquee}
        onNodeMouseEnter={lookAlongNode}
        onNodeMouseLeave={lookAway}
        onEdgeMouseEnter={lookAlongLine}
        onEdgeMouseLeave={lookAway}
        onNodeDoubleClick={renameNode}
        connectionMode={ConnectionMode.Loose}
        connectionLineComponent={ConnectionLine}
        connectOnClick={false}
        selectionMode={SelectionMode.Partial}
        // Ctrl and Cmd mean "join and stay" while dragging, so adding to a selection is Shift's.
        multiSelectionKeyCode="Shift"
        selectionKeyCode={null}
        selectionOnDrag={tool === 'select'}
        panOnDrag={tool === 'hand' ? true : otherButtons}
        panOnScroll
        zoomOnDoubleClick={false}
        deleteKeyCode={null}
        minZoom={0.05}
        maxZoom={2}
        nodeDragThreshold={3}
        zIndexMode="manual"
        elevateEdgesOnSelect={false}
        onlyRenderVisibleElements={nodes.length > cullAbove}
        ariaLabelConfig={ariaLabels}
        attributionPosition="bottom-right"
        aria-label="Canvas"
      >
        <Background variant={BackgroundVariant.Dots} gap={24} size={1.5} color="var(--dots)" />
        <MiniMap
          pannable
          zoomable
          position="bottom-right"
          ariaLabel="Overview map"
          nodeStrokeWidth={0}
          nodeColor={mapColor}
          maskColor="transparent"
          maskStrokeColor="var(--accent)"
          maskStrokeWidth={2}
          bgColor="var(--node)"
          className={styles.map}
        />
        <Guides />
        <Suspense>
          <DropPreview />
        </Suspense>
      </ReactFlow>
      <LineNotice hidden={hiddenLines} />
      {beside && (
        <>
          <beside.EmptyCanvas />
          <beside.CanvasToolbar tool={tool} onTool={setTool} />
          <beside.Hands scene={scene} lift={lift} settle={settle} take={take} />
        </>
      )}
    </div>
  )
}

/** Frames are a ground on which the rest shows. */
const mapColor = ({ type }: CanvasNode) =>
  type === 'account' || type === 'ou' || type === 'frame' ? 'var(--map-frame)' : 'var(--line)'

function beginPress() {
  stopLooking()
  forgetMarquee()
}

// React Flow hands this on to each node, so a new one at each move would draw all of them again.
const renameNode: NodeMouseHandler<CanvasNode> = (_, node) => rename(node.id)

function selectNodes(changes: readonly { readonly id: string; readonly selected: boolean }[]) {
  const { selection } = useWorkspace.getState()
  const chosen = new Set<string>(
    selection.kind === 'entities' ? [...selection.ids, ...(selection.notes ?? [])] : [],
  )
  for (const { id, selected } of changes) {
    if (selected) chosen.add(id)
    else chosen.delete(id)
  }
  if (chosen.size === 0) {
    if (selection.kind === 'entities') select(nothing)
    return
  }
  const notes: NoteId[] = [...chosen].filter(isNoteId)
  // A node that is no note has the id of the entity it draws.
  const ids = [...chosen].filter(id => !isNoteId(id)) as EntityId[]
  select({ kind: 'entities', ids, ...(notes.length > 0 && { notes }) })
}
