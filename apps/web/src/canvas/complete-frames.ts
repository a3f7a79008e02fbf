import { type EntityId, entityById } from '@iam-canvas/core'
import type { Rect } from '../layout/graph.ts'
import { layoutGraph } from '../layout/layout-graph.ts'
import { part } from '../layout/part.ts'
import { bandGap } from '../layout/spacing.ts'
import type { Layout, Point, WorkspaceDocument } from '../workspace/document.ts'
import { containerOf, containersOf, isCollapsed, isFramed } from './containment.ts'
import { type Drawn, drawnEntities, frames, type Piece, pieces, sizeOf } from './drawn.ts'
import { type Shifts, placedAt, shifted } from './frame-moves.ts'
import { framesOf } from './frames.ts'
import { isMember, layoutInput, layoutLinks } from './layout-input.ts'
import { frame as measure } from './sizes.ts'

/** The same as `completeLayout`, for a document with frames. */
export function completeFrames(document: WorkspaceDocument, before: WorkspaceDocument | undefined): Layout {
  let done = keptCorners(document, before)
  done = placedFrames(done, before)
  done = placedPieces(done, before)
  return parted(done, before).layout
}

/** A frame that has just become empty or been collapsed stays where it was. */
function keptCorners(document: WorkspaceDocument, before: WorkspaceDocument | undefined): WorkspaceDocument {
  if (!before) return document
  const old = framesOf(before)
  const now = framesOf(document)
  const kept = frames(document.model).flatMap(({ id }) => {
    const was = old.get(id)
    const is = now.get(id)
    const own = isCollapsed(document, id) || (is && is.height === measure.empty.height)
    const had = isCollapsed(before, id) || (was && was.height === measure.empty.height)
    return was && own && !had ? [[id, { x: was.x, y: was.y }] as const] : []
  })
  if (kept.length === 0) return document
  const { layout } = document
  return {
    ...document,
    layout: { ...layout, positions: { ...layout.positions, ...Object.fromEntries(kept) } },
  }
}

/** Whether it has come into another frame than it stood in, without anybody having said where. */
function hasChangedFrame(document: WorkspaceDocument, before: WorkspaceDocument | undefined, entity: Drawn) {
  const old = before && isFramed(before.model) ? entityById(before.model, entity.id) : undefined
  if (!before || !old) return false
  return (
    containerOf(before, old) !== containerOf(document, entity) &&
    before.layout.positions[entity.id] === document.layout.positions[entity.id]
  )
}

/** New frames, and those that came into another one, go to the right of what is there. The outer ones first. */
function placedFrames(document: WorkspaceDocument, before: WorkspaceDocument | undefined): WorkspaceDocument {
  let done = document
  let standing = standingIn(done)
  for (const entity of frames(document.model)) {
    if (standing.has(entity.id) && !hasChangedFrame(done, before, entity)) continue
    const container = containerOf(done, entity)
    const siblings = rectsIn(done, container, standing, entity.id)
    const at = siblings.length > 0 ? beside(siblings) : inside(done, container)
    done = { ...done, layout: placedAt(done, new Map([[entity.id, at]])) }
    standing = standingIn(done)
  }
  return done
}

/** The frames that have a place: their own, or around something that has one. */
function standingIn(document: WorkspaceDocument): ReadonlySet<EntityId> {
  const standing = new Set<EntityId>()
  for (const entity of drawnEntities(document)) {
    if (!document.layout.positions[entity.id]) continue
    if (entity.kind === 'account' || entity.kind === 'ou') standing.add(entity.id)
    for (const container of containersOf(document, entity.id)) standing.add(container)
  }
  return standing
}

function beside(rects: readonly Rect[]): Point {
  return {
    x: Math.max(...rects.map(({ x, width }) => x + width)) + measure.gap,
    y: Math.min(...rects.map(({ y }) => y)),
  }
}

function inside(document: WorkspaceDocument, container: EntityId | undefined): Point {
  const corner = container && framesOf(document).get(container)
  return corner ? { x: corner.x + measure.padding, y: corner.y + measure.header } : { x: 0, y: 0 }
}

/** What stands directly in a frame, or on the open canvas. */
function rectsIn(
  document: WorkspaceDocument,
  container: EntityId | undefined,
  standing: ReadonlySet<EntityId>,
  but?: EntityId,
): Rect[] {
  const all = framesOf(document)
  const rects: Rect[] = []
  for (const entity of drawnEntities(document)) {
    if (entity.id === but || isMember(document, entity.id)) continue
    if (containerOf(document, entity) !== container) continue
    const frame = entity.kind === 'account' || entity.kind === 'ou'
    if (frame && !standing.has(entity.id)) continue
    const at = document.layout.positions[entity.id]
    const rect = frame ? all.get(entity.id) : at && { ...at, ...sizeOf(document, entity) }
    if (rect) rects.push(rect)
  }
  return rects
}

/** Newcomers of each frame go near what they are connected to in it. */
function placedPieces(document: WorkspaceDocument, before: WorkspaceDocument | undefined): WorkspaceDocument {
  const missing = new Map<EntityId | undefined, Piece[]>()
  for (const piece of pieces(document.model)) {
    if (isMember(document, piece.id)) continue
    if (document.layout.positions[piece.id] && !hasChangedFrame(document, before, piece)) continue
    const container = containerOf(document, piece)
    missing.set(container, [...(missing.get(container) ?? []), piece])
  }
  if (missing.size === 0) return document
  const links = layoutLinks(document)
  const found: Record<string, Point> = {}
  for (const [container, newcomers] of missing) {
    const isNew = new Set<EntityId>(newcomers.map(({ id }) => id))
    const there = pieces(document.model).filter(
      piece => !isMember(document, piece.id) && containerOf(document, piece) === container,
    )
    if (container?.startsWith('account:')) {
      const pinned = Object.fromEntries(
        there.flatMap(({ id }) => {
          const at = document.layout.positions[id]
          return at && !isNew.has(id) ? [[id, at] as const] : []
        }),
      )
      const { positions } = layoutGraph({ ...layoutInput(document, there, links), pinned })
      const from = Object.keys(pinned).length > 0 ? { x: 0, y: 0 } : inside(document, container)
      for (const { id } of newcomers) {
        const at = positions[id]
        if (at) found[id] = { x: from.x + at.x, y: from.y + at.y }
      }
      continue
    }
    Object.assign(found, looseIn(document, container, newcomers, isNew))
  }
  return {
    ...document,
    layout: { ...document.layout, positions: { ...document.layout.positions, ...found } },
  }
}

/**
 * On the open canvas whoever is outside goes to the left of the frames and shared policies to their right; in the root,
 * control policies go above what they bind.
 */
function looseIn(
  document: WorkspaceDocument,
  container: EntityId | undefined,
  newcomers: readonly Piece[],
  isNew: ReadonlySet<EntityId>,
): Record<string, Point> {
  const found: Record<string, Point> = {}
  const all = rectsIn(document, container, standingIn(document))
  const corner = inside(document, container)
  const left = Math.min(corner.x, ...all.map(({ x }) => x))
  const right = Math.max(corner.x, ...all.map(({ x, width }) => x + width))
  const top = Math.min(...all.map(({ y }) => y), all.length > 0 ? Number.POSITIVE_INFINITY : corner.y)
  const alike = (piece: Piece): Rect[] =>
    pieces(document.model).flatMap(other => {
      const at = found[other.id] ?? (isNew.has(other.id) ? undefined : document.layout.positions[other.id])
      const same = other.kind === piece.kind && containerOf(document, other) === container
      return at && same ? [{ ...at, ...sizeOf(document, other) }] : []
    })
  for (const piece of newcomers) {
    const { width, height } = sizeOf(document, piece)
    const row = alike(piece)
    const last = row.at(-1)
    if (container) {
      found[piece.id] = last
        ? { x: Math.max(...row.map(rect => rect.x + rect.width)) + measure.gap, y: last.y }
        : { x: left, y: all.length > 0 ? top - height - measure.gap : top }
    } else if (last) {
      found[piece.id] = { x: last.x, y: Math.max(...row.map(rect => rect.y + rect.height)) + measure.gap }
    } else {
      found[piece.id] =
        piece.kind === 'external' ? { x: left - width - bandGap, y: top } : { x: right + bandGap, y: top }
    }
  }
  return found
}

/** Frames that overlap something make way, from the inside out; what a person has just placed stays. */
function parted(document: WorkspaceDocument, before: WorkspaceDocument | undefined): WorkspaceDocument {
  let done = document
  const order = [
    ...frames(document.model)
      .toReversed()
      .map(({ id }) => id),
    undefined,
  ]
  for (const container of order) {
    if (container?.startsWith('account:') || (container && isCollapsed(done, container))) continue
    const shifts = shiftsIn(done, before, container)
    if (shifts.size > 0) done = { ...done, layout: shifted(done, shifts) }
  }
  return done
}

const grown = (was: Point | Rect, is: Rect) =>
  'width' in was && (was.width !== is.width || was.height !== is.height)

function shiftsIn(
  document: WorkspaceDocument,
  before: WorkspaceDocument | undefined,
  container: EntityId | undefined,
): Shifts {
  const all = framesOf(document)
  const old = before ? framesOf(before) : undefined
  const units = drawnEntities(document).flatMap(entity => {
    if (isMember(document, entity.id) || containerOf(document, entity) !== container) return []
    const frame = entity.kind === 'account' || entity.kind === 'ou'
    const at = document.layout.positions[entity.id]
    const rect = frame ? all.get(entity.id) : at && { ...at, ...sizeOf(document, entity) }
    if (!rect) return []
    const was = frame ? old?.get(entity.id) : before?.layout.positions[entity.id]
    const moved = was !== undefined && (was.x !== rect.x || was.y !== rect.y || grown(was, rect))
    return [{ id: entity.id, rect, frame, rank: (frame ? 0 : 2) + (moved ? 0 : 1) }]
  })
  if (!units.some(({ frame }) => frame)) return new Map()
  units.sort((a, b) => a.rank - b.rank || a.rect.y - b.rect.y || a.rect.x - b.rect.x)
  const by = part(units, measure.gap)
  return new Map(
    units.flatMap(({ id }, index) => {
      const shift = by[index]
      return shift && (shift.x !== 0 || shift.y !== 0) ? [[id, shift] as const] : []
    }),
  )
}
