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
import { snappedBy } from '../arrange/snapping.ts'
import { warn } from '../ui/messages.ts'
import { homeOf, type Point, type WorkspaceDocument } from '../workspace/document.ts'
import { perform } from '../workspace/perform.ts'
import { commit } from '../workspace/changes.ts'
import { useWorkspace } from '../workspace/workspace.ts'
import { noDrag, useDrag } from './drag-state.ts'
import { containerOf } from './containment.ts'
import { canvasVerdict, type DropManner, type DropVerdict, dropVerdict } from './drop-rules.ts'
import { type Box, boxesOf, hitAt } from './hit-test.ts'
import { askFirst } from '../connect/ask-first.ts'
import { placedAt } from './frame-moves.ts'
import { homeChosen } from './layout-changes.ts'
import type { SceneNode } from './scene-nodes.ts'
import type { CanvasNode } from './use-scene.ts'
import { capitalized } from '../ui/capitalized.ts'

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
      const manner = { ceiling: hit?.ceiling ?? false, body: hit?.body ?? false, copy: copies(event) }
      const verdict = event.altKey ? undefined : verdictForAll(document, ids, hit?.id, manner)
      return { screen, hit, verdict }
    },
    [boxes, flow],
  )

  const onNodeDragStart: OnNodeDrag<CanvasNode> = useCallback(() => lift(), [lift])

  const onNodeDrag: OnNodeDrag<CanvasNode> = useCallback(
    (event, node, nodes) => {
      const { screen, hit, verdict } = look(event, idsOf(nodes))
      useDrag.setState({ dragged: node.id as EntityId, target: hit?.id, verdict, pointer: screen })
    },
    [look],
  )

  const onNodeDragStop: OnNodeDrag<CanvasNode> = useCallback(
    (event, _node, nodes) => {
      // Escape has ended the drag already.
      const cancelled = useDrag.getState().dragged === undefined
      const { hit, verdict } = look(event, idsOf(nodes))
      useDrag.setState(noDrag)
      if (!cancelled) {
        if (verdict) drop(verdict, idsOf(nodes), placesOf(nodes, boxes))
        else if (!hit || !isOwnGroup(hit.id, nodes)) moveTo(nodes, boxes, event.altKey)
      }
      settle()
    },
    [look, boxes, settle],
  )

  return { onNodeDragStart, onNodeDrag, onNodeDragStop }
}

const idsOf = (nodes: readonly CanvasNode[]) => nodes.map(node => node.id as EntityId)
const copies = (event: MouseEvent | TouchEvent) => event.ctrlKey || event.metaKey
/** A member goes back to its place in the group; whatever stands in an account moves in it freely. */
const isOwnGroup = (hit: EntityId, nodes: readonly CanvasNode[]) =>
  hit.startsWith('group:') && nodes.every(node => node.parentId === hit)

export function pointerOf(event: MouseEvent | TouchEvent): Point {
  const at = 'changedTouches' in event ? event.changedTouches[0] : event
  return { x: at?.clientX ?? 0, y: at?.clientY ?? 0 }
}

/**
 * One verdict for everything that is dragged together: refused as soon as one of them is. Without a target it is the
 * open canvas.
 */
export function verdictForAll(
  document: WorkspaceDocument,
  ids: readonly EntityId[],
  target: EntityId | undefined,
  manner: Required<Pick<DropManner, 'ceiling' | 'body' | 'copy'>>,
): DropVerdict | undefined {
  const verdicts = ids.flatMap(id => {
    if (target === undefined) return canvasVerdict(document.model, id) ?? []
    const entity = entityById(document.model, id)
    // Dropped where it already is: not a gesture. Only a control policy can mean the frame it stands in, by its bar.
    const isIn = entity && containerOf(document, entity) === target
    if (isIn && (manner.body || entity.kind !== 'policy')) return []
    const from = id.startsWith('user:') ? homeOf(document, id as UserId) : undefined
    return dropVerdict(document.model, id, target, { ...manner, from }) ?? []
  })
  const refusal = verdicts.find(verdict => !verdict.ok)
  const [first] = verdicts
  if (refusal || !first || verdicts.length === 1) return refusal ?? first
  const accepted = verdicts.filter(verdict => verdict.ok)
  const commands: Command[] = accepted.map(verdict => verdict.command)
  const home = accepted.find(verdict => verdict.home)?.home
  const asked = accepted.flatMap(({ ask }) => ask ?? [])
  const command: Command = { type: 'Batch', commands }
  return {
    ok: true,
    verb: `${accepted[0]?.verb} and ${accepted.length - 1} more`,
    command,
    ...(home && { home }),
    ...(accepted.every(({ lands }) => lands) && { lands: true }),
    // Several at once are asked about together, and the plain answer is taken for each.
    ...(asked.length > 0 && {
      ask: {
        title: asked[0]?.title ?? '',
        points: asked.flatMap(({ points }) => points),
        choices: [{ label: 'Do all of it', command }],
      },
    }),
  }
}

/**
 * Does what the verdict promised, or says why it does not. Where something would be lost, or there is a choice, it asks
 * first. `places` are the places under the pointer, for what stays where it is dropped.
 */
export function drop(verdict: DropVerdict, ids: readonly EntityId[], places?: ReadonlyMap<EntityId, Point>) {
  if (!verdict.ok) {
    const { instead } = verdict
    warn(
      capitalized(verdict.reason),
      instead && { label: instead.label, run: () => void perform({ command: instead.command }) },
    )
    return
  }
  const { document } = useWorkspace.getState()
  const lands = verdict.lands && places
  const layout = lands ? placedAt(document, places) : document.layout
  const home = verdict.home
  const carryOut = (command: Command) =>
    perform({ command, layout: home ? homeChosen(layout, ids, home) : layout })
  if (verdict.ask) askFirst({ ...verdict.ask, carryOut })
  else carryOut(verdict.command)
}

/** Where these nodes are seen while they are dragged, on the canvas itself. */
function placesOf(nodes: readonly CanvasNode[], boxes: readonly Box[]): ReadonlyMap<EntityId, Point> {
  // React Flow tells the pointer's own place, which is not where it was seen to snap.
  const by = snappedBy()
  return new Map(
    nodes.map(node => {
      const parent = boxes.find(box => box.id === node.parentId)
      const at = {
        x: node.position.x + (parent?.x ?? 0) + by.x,
        y: node.position.y + (parent?.y ?? 0) + by.y,
      }
      return [node.id as EntityId, at]
    }),
  )
}

/** A drop on the open canvas, or on the frame it is in: a member leaves its group, everything else only moves. */
function moveTo(nodes: readonly CanvasNode[], boxes: readonly Box[], modelUntouched: boolean) {
  const { document } = useWorkspace.getState()
  const isMember = (node: CanvasNode) => node.parentId?.startsWith('group:') ?? false
  const moving = modelUntouched ? nodes.filter(node => !isMember(node)) : nodes
  if (moving.length === 0) return
  const layout = placedAt(document, placesOf(moving, boxes))
  const command = leaveCommand(document.model, moving.filter(isMember))
  if (command) perform({ command, layout })
  else
    commit({
      layout,
      label: moving.length === 1 ? `${nameOf(document.model, moving[0])} moved` : `${moving.length} moved`,
    })
}

function leaveCommand(model: Model, leaving: readonly CanvasNode[]): Command | undefined {
  const commands = leaving.flatMap(({ id, parentId }): Command[] => {
    const user = model.users[id as UserId]
    return user && parentId
      ? [{ type: 'RemoveUserFromGroup', user: user.id, group: parentId as GroupId }]
      : []
  })
  const [only] = commands
  return commands.length > 1 ? { type: 'Batch', commands } : only
}

const nameOf = (model: Model, node: CanvasNode | undefined) =>
  (node && entityById(model, node.id)?.name) ?? 'Note'
