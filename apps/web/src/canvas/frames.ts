import type { EntityId, Model } from '@iam-canvas/core'
import type { Layout, WorkspaceDocument } from '../workspace/document.ts'
import type { Rect } from '../layout/graph.ts'
import { containerOf, isCollapsed } from './containment.ts'
import { frames, pieces, sizeOf } from './drawn.ts'
import { frame as measure } from './sizes.ts'

type Frames = ReadonlyMap<EntityId, Rect>

const known = new WeakMap<Layout, { readonly model: Model; readonly frames: Frames }>()

/**
 * Where the frames of accounts and OUs are: around what they hold, wherever that stands. An empty or collapsed one has
 * a place of its own. The same document gives the same map.
 */
export function framesOf(document: WorkspaceDocument): Frames {
  const entry = known.get(document.layout)
  if (entry?.model === document.model) return entry.frames
  const found = compute(document)
  known.set(document.layout, { model: document.model, frames: found })
  return found
}

function compute(document: WorkspaceDocument): Frames {
  const { model, layout } = document
  const all = frames(model)
  const found = new Map<EntityId, Rect>()
  if (all.length === 0) return found
  const inside = new Map<EntityId, Rect[]>()
  const enclose = (container: EntityId | undefined, rect: Rect) => {
    if (container === undefined) return
    const list = inside.get(container)
    if (list) list.push(rect)
    else inside.set(container, [rect])
  }
  for (const piece of pieces(model)) {
    const at = layout.positions[piece.id]
    const container = containerOf(document, piece)
    // A member stands where its group puts it.
    if (!at || container === undefined || container.startsWith('group:')) continue
    enclose(container, { ...at, ...sizeOf(document, piece) })
  }
  // From the inside out: an OU is as large as what is in it.
  for (const entity of all.toReversed()) {
    const held = inside.get(entity.id) ?? []
    const rect = isCollapsed(document, entity.id)
      ? { ...cornerOf(layout, entity.id, held), ...measure.collapsed }
      : held.length === 0
        ? { ...cornerOf(layout, entity.id, held), ...measure.empty }
        : around(held)
    found.set(entity.id, rect)
    enclose(containerOf(document, entity), rect)
  }
  return found
}

const cornerOf = (layout: Layout, id: EntityId, held: readonly Rect[]) =>
  layout.positions[id] ?? (held.length > 0 ? around(held) : { x: 0, y: 0 })

/** A frame around these, with its title bar above them. */
function around(held: readonly Rect[]): Rect {
  const x = Math.min(...held.map(rect => rect.x)) - measure.padding
  const y = Math.min(...held.map(rect => rect.y)) - measure.header
  const right = Math.max(...held.map(rect => rect.x + rect.width)) + measure.padding
  const bottom = Math.max(...held.map(rect => rect.y + rect.height)) + measure.padding
  return { x, y, width: Math.max(right - x, measure.least), height: bottom - y }
}
