import type { AccessMatrix } from '@iam-canvas/core'
import { applyNodeChanges, type NodeChange, useStoreApi } from '@xyflow/react'
import { useCallback, useMemo, useRef, useState } from 'react'
import { selectedEnds } from '../workspace/selection.ts'
import { useAskedContext } from '../workspace/use-asked-context.ts'
import { useWorkspace } from '../workspace/workspace.ts'
import { type AccessLine, linesBetween } from './access-lines.ts'
import { drawnLines } from './drawn-lines.ts'
import { type HintedLine, isSamePair, useHintedLine } from './hinted-line.ts'
import { foldEdges } from './fold-edges.ts'
import { createSceneEdges } from './scene-edges.ts'
import { createSceneNodes, type SceneNode } from './scene-nodes.ts'
import { snapped, stopSnapping } from '../arrange/snapping.ts'
import { createNoteNodes, type NoteNode } from '../notes/note-nodes.ts'

/** What the canvas shows: the things of the model, and notes. */
export type CanvasNode = SceneNode | NoteNode

const selectedTwin = new WeakMap<CanvasNode, CanvasNode>()

/** The same node, selected; always the same object for the same node. */
function asSelected(node: CanvasNode): CanvasNode {
  let twin = selectedTwin.get(node)
  if (!twin) selectedTwin.set(node, (twin = { ...node, selected: true }))
  return twin
}

/**
 * React Flow's nodes and edges, derived from the document. Only while something is dragged do positions differ from
 * it; `settle` brings them back to what the document says.
 */
export function useScene() {
  const document = useWorkspace(state => state.document)
  const selection = useWorkspace(state => state.selection)
  const access = useWorkspace(state => state.access)
  const mode = useWorkspace(state => state.accessMode)
  const context = useAskedContext()

  const [build] = useState(createSceneNodes)
  const scene = useMemo(() => build(document), [build, document])
  const [buildNotes] = useState(createNoteNodes)
  const all = useMemo<readonly CanvasNode[]>(
    () => [...scene, ...buildNotes(document.layout)],
    [scene, buildNotes, document.layout],
  )
  const selectedIds = selection.kind === 'entities' ? selection.ids : none
  const selectedNotes = selection.kind === 'entities' ? (selection.notes ?? none) : none
  const nodes = useMemo(() => {
    const chosen = new Set<string>([...selectedIds, ...selectedNotes])
    return chosen.size === 0 ? all : all.map(node => (chosen.has(node.id) ? asSelected(node) : node))
  }, [all, selectedIds, selectedNotes])

  const store = useStoreApi()
  const [dragged, setDragged] = useState<readonly CanvasNode[]>()
  const dragging = useRef(false)

  const hinted = useHintedLine(state => state.line)
  // Who there is, apart from the policies: a keystroke in one draws no line before its answer is there.
  const { users, groups, roles, resources } = document.model
  const drawn = useMemo(
    () => drawnLines({ users, groups, roles, resources }, access, mode, selectedEnds(selection)),
    [users, groups, roles, resources, access, mode, selection],
  )
  const lines = useMemo(() => withHinted(drawn.lines, access, hinted), [drawn, access, hinted])
  const [buildEdges] = useState(createSceneEdges)
  const unfolded = useMemo(
    () => buildEdges(document.model, lines, { selection, hinted, context }),
    [buildEdges, document.model, lines, selection, hinted, context],
  )
  const edges = useMemo(() => foldEdges(document, unfolded), [document, unfolded])

  /** Follows the pointer. React Flow also moves nodes by arrow keys, which the canvas does by itself, with undo. */
  const move = useCallback(
    (changes: readonly NodeChange<CanvasNode>[]) => {
      if (!dragging.current) return
      const moves = changes.filter(change => change.type === 'position')
      if (moves.length === 0) return
      const placed = [...snapped(nodes, moves, store.getState().transform[2])]
      setDragged(before => applyNodeChanges(placed, [...(before ?? nodes)]))
    },
    [nodes, store],
  )
  const lift = useCallback(() => {
    dragging.current = true
  }, [])
  const settle = useCallback(() => {
    dragging.current = false
    stopSnapping()
    setDragged(undefined)
  }, [])

  return {
    nodes: (dragged ?? nodes) as CanvasNode[],
    scene,
    edges,
    hiddenLines: drawn.hidden,
    move,
    lift,
    settle,
  }
}

/** A line that is pointed at elsewhere is drawn, whatever else is. */
function withHinted(
  lines: readonly AccessLine[],
  access: AccessMatrix,
  hinted: HintedLine | undefined,
): readonly AccessLine[] {
  if (!hinted || lines.some(line => isSamePair(line, hinted))) return lines
  return [
    ...lines,
    ...linesBetween(access, hinted.principal, hinted.resource).filter(
      ({ decision }) => decision !== 'ImplicitDeny',
    ),
  ]
}

const none: readonly never[] = []
