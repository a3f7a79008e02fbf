import {
  type Command,
  type EntityId,
  entityById,
  type GroupId,
  type Model,
  type UserId,
} from '@iam-canvas/core'
import { type OnNodeDrag, useReactFlow } from '@xyflow/react'
import { useCallback, useMemo } from 'react'
import { warn } from '../ui/messages.ts'
import { homeOf, type Layout, type Point, type WorkspaceDocument } from '../workspace/document.ts'
import { perform } from '../workspace/perform.ts'
import { commit, useWorkspace } from '../workspace/workspace.ts'
import { noDrag, useDrag } from './drag-state.ts'
import { type DropVerdict, dropVerdict } from './drop-rules.ts'
import { type Box, boxesOf, hitAt } from './hit-test.ts'
import { homeChosen, withPositions } from './layout-changes.ts'
import type { SceneNode } from './scene-nodes.ts'

interface Scene {
  readonly scene: readonly SceneNode[]
  readonly lift: () => void
  readonly settle: () => void
}

/** Dragging nodes: says what a drop would do, and does it. Where nothing takes the drop, the nodes just move. */
export function useDragToDrop({ scene, lift, settle }: Scene) {
  const flow = useReactFlow()
  const boxes = useMemo(() => boxesOf(scene), [scene])

  const look = useCallback(
    (event: MouseEvent | TouchEvent, ids: readonly EntityId[]) => {
      const screen = pointerOf(event)
      const point = flow.screenToFlowPosition(screen)
      const hit = event.altKey ? undefined : hitAt(boxes, point, new Set(ids))
      const { document } = useWorkspace.getState()
      const verdict = hit && verdictForAll(document, ids, hit.id, hit.ceiling, copies(event))
      return { screen, hit, verdict }
    },
    [boxes, flow],
  )

  const onNodeDragStart: OnNodeDrag<SceneNode> = useCallback(() => lift(), [lift])

  const onNodeDrag: OnNodeDrag<SceneNode> = useCallback(
    (event, node, nodes) => {
      const { screen, hit, verdict } = look(event, idsOf(nodes))
      useDrag.setState({ dragged: node.id as EntityId, target: hit?.id, verdict, pointer: screen })
    },
    [look],
  )

  const onNodeDragStop: OnNodeDrag<SceneNode> = useCallback(
    (event, _node, nodes) => {
      // Escape has ended the drag already.
      const cancelled = useDrag.getState().dragged === undefined
      const { hit, verdict } = look(event, idsOf(nodes))
      useDrag.setState(noDrag)
      if (!cancelled) {
        if (verdict) drop(verdict, idsOf(nodes))
        else if (!hit || !sameGroup(hit.id, nodes)) moveTo(nodes, boxes, event.altKey)
      }
      settle()
    },
    [look, boxes, settle],
  )

  return { onNodeDragStart, onNodeDrag, onNodeDragStop }
}

const idsOf = (nodes: readonly SceneNode[]) => nodes.map(node => node.id as EntityId)
const copies = (event: MouseEvent | TouchEvent) => event.ctrlKey || event.metaKey
const sameGroup = (hit: EntityId, nodes: readonly SceneNode[]) => nodes.every(node => node.parentId === hit)

export function pointerOf(event: MouseEvent | TouchEvent): Point {
  const at = 'changedTouches' in event ? event.changedTouches[0] : event
  return { x: at?.clientX ?? 0, y: at?.clientY ?? 0 }
}

/** One verdict for everything that is dragged together: refused as soon as one of them is. */
export function verdictForAll(
  document: WorkspaceDocument,
  ids: readonly EntityId[],
  target: EntityId,
  ceiling: boolean,
  copy: boolean,
): DropVerdict | undefined {
  const verdicts = ids.flatMap(id => {
    const from = id.startsWith('user:') ? homeOf(document, id as UserId) : undefined
    // Dropped where it already is: not a gesture.
    if (from === target) return []
    return dropVerdict(document.model, id, target, { copy, from, ceiling }) ?? []
  })
  const refusal = verdicts.find(verdict => !verdict.ok)
  const [first] = verdicts
  if (refusal || !first || verdicts.length === 1) return refusal ?? first
  const accepted = verdicts.filter(verdict => verdict.ok)
  const commands: Command[] = accepted.map(verdict => verdict.command)
  const home = accepted.find(verdict => verdict.home)?.home
  return {
    ok: true,
    verb: `${accepted[0]?.verb} and ${accepted.length - 1} more`,
    command: { type: 'Batch', commands },
    ...(home && { home }),
  }
}

/** Does what the verdict promised, or says why it does not. */
export function drop(verdict: DropVerdict, ids: readonly EntityId[]) {
  if (!verdict.ok) {
    warn(verdict.reason.charAt(0).toUpperCase() + verdict.reason.slice(1))
    return
  }
  const { layout } = useWorkspace.getState().document
  const homes = verdict.home ? { layout: homeChosen(layout, ids, verdict.home) } : {}
  perform({ command: verdict.command, ...homes })
}

/** A drop on the open canvas: a member leaves its group, everything else only moves. */
function moveTo(nodes: readonly SceneNode[], boxes: readonly Box[], modelUntouched: boolean) {
  const { document } = useWorkspace.getState()
  const leaving = modelUntouched ? [] : nodes.filter(node => node.parentId !== undefined)
  const free = nodes.filter(node => node.parentId === undefined)
  const places = new Map<string, Point>()
  for (const node of free) places.set(node.id, node.position)
  for (const node of leaving) {
    const parent = boxes.find(box => box.id === node.parentId)
    if (parent) places.set(node.id, { x: parent.x + node.position.x, y: parent.y + node.position.y })
  }
  if (places.size === 0) return
  const layout: Layout = withPositions(document.layout, places)
  const command = leaveCommand(document.model, leaving)
  if (command) perform({ command, layout })
  else
    commit({
      layout,
      label: free.length === 1 ? `${nameOf(document.model, free[0])} moved` : `${free.length} moved`,
    })
}

function leaveCommand(model: Model, leaving: readonly SceneNode[]): Command | undefined {
  const commands = leaving.flatMap(({ id, parentId }): Command[] => {
    const user = model.users[id as UserId]
    return user && parentId
      ? [{ type: 'RemoveUserFromGroup', user: user.id, group: parentId as GroupId }]
      : []
  })
  const [only] = commands
  return commands.length > 1 ? { type: 'Batch', commands } : only
}

const nameOf = (model: Model, node: SceneNode | undefined) =>
  (node && entityById(model, node.id)?.name) ?? 'Node'
