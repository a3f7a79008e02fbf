import type { EntityId } from '@iam-canvas/core'
import type { Point, Size } from '../layout/graph.ts'
import { layoutGraph } from '../layout/layout-graph.ts'
import { shelves } from '../layout/shelves.ts'
import { bandGap } from '../layout/spacing.ts'
import type { Layout, WorkspaceDocument } from '../workspace/document.ts'
import { containerOf, isCollapsed, isFramed } from './containment.ts'
import { type Frame, frames, type Piece, pieces, sizeOf } from './drawn.ts'
import { isMember, layoutInput, layoutLinks } from './layout-input.ts'
import { frame as measure } from './sizes.ts'

/** The layout that our own algorithm gives a document; homes are kept. */
export function laidOut(document: WorkspaceDocument): Layout {
  const positions = isFramed(document.model)
    ? framedPositions(document)
    : layoutGraph(layoutInput(document)).positions
  const free = Object.entries(positions).filter(([id]) => !isMember(document, id as EntityId))
  return { ...document.layout, positions: Object.fromEntries(free) }
}

/** Something laid out on its own, from 0, 0. */
interface Block extends Size {
  readonly positions: ReadonlyMap<string, Point>
  readonly account?: boolean
}

/** Each account by itself, then set into its OU, from the inside out. */
function framedPositions(document: WorkspaceDocument): Readonly<Record<string, Point>> {
  const { model } = document
  const links = layoutLinks(document)
  const held = new Map<EntityId | undefined, Piece[]>()
  for (const piece of pieces(model)) {
    if (!isMember(document, piece.id)) addTo(held, containerOf(document, piece), piece)
  }
  const blocks = new Map<EntityId | undefined, Block[]>()
  for (const entity of frames(model).toReversed()) {
    const own = held.get(entity.id) ?? []
    const inside = blocks.get(entity.id) ?? []
    const content =
      entity.kind === 'account'
        ? pieceBlock(document, own, links)
        : stackedBlock([rowOf(own.map(piece => cardBlock(document, piece))), rowOf(inOrder(inside))])
    addTo(blocks, containerOf(document, entity), {
      ...framed(document, entity, content),
      account: entity.kind === 'account',
    })
  }
  const loose = held.get(undefined) ?? []
  const sides = [
    columnOf(loose.filter(({ kind }) => kind === 'external').map(piece => cardBlock(document, piece))),
    rowOf(inOrder(blocks.get(undefined) ?? [])),
    pieceBlock(
      document,
      loose.filter(({ kind }) => kind !== 'external'),
      links,
    ),
  ]
  const positions = new Map<string, Point>()
  let x = 0
  for (const block of sides) {
    if (block.width === 0) continue
    place(positions, block, { x, y: 0 })
    x += block.width + bandGap
  }
  return Object.fromEntries(positions)
}

/** They were made from the last to the first; accounts stand before the OUs beside them. */
const inOrder = (blocks: readonly Block[]): readonly Block[] =>
  blocks.toReversed().sort((a, b) => Number(b.account ?? false) - Number(a.account ?? false))

function pieceBlock(
  document: WorkspaceDocument,
  among: readonly Piece[],
  links: ReturnType<typeof layoutLinks>,
): Block {
  const { positions, bounds } = layoutGraph(layoutInput(document, among, links))
  const fromOrigin = Object.entries(positions).map(
    ([id, { x, y }]) => [id, { x: x - bounds.x, y: y - bounds.y }] as const,
  )
  return { positions: new Map(fromOrigin), width: bounds.width, height: bounds.height }
}

const cardBlock = (document: WorkspaceDocument, piece: Piece): Block => ({
  ...sizeOf(document, piece),
  positions: new Map([[piece.id, { x: 0, y: 0 }]]),
})

function rowOf(blocks: readonly Block[]): Block {
  const { at, size } = shelves(blocks, measure.gap)
  return { ...size, positions: together(blocks, at) }
}

function columnOf(blocks: readonly Block[]): Block {
  let y = 0
  const at = blocks.map(({ height }) => {
    const top = y
    y += height + measure.gap
    return { x: 0, y: top }
  })
  return {
    width: Math.max(0, ...blocks.map(({ width }) => width)),
    height: Math.max(0, y - measure.gap),
    positions: together(blocks, at),
  }
}

const stackedBlock = (blocks: readonly Block[]): Block => columnOf(blocks.filter(({ width }) => width > 0))

function together(blocks: readonly Block[], at: readonly Point[]): ReadonlyMap<string, Point> {
  const positions = new Map<string, Point>()
  blocks.forEach((block, index) => place(positions, block, at[index] ?? { x: 0, y: 0 }))
  return positions
}

function place(positions: Map<string, Point>, block: Block, { x, y }: Point) {
  for (const [id, at] of block.positions) positions.set(id, { x: x + at.x, y: y + at.y })
}

/** A frame around its content. The corner of an empty or collapsed one is a place of its own. */
function framed(document: WorkspaceDocument, entity: Frame, content: Block): Block {
  const positions = new Map<string, Point>()
  place(positions, content, { x: measure.padding, y: measure.header })
  if (isCollapsed(document, entity.id)) {
    return { ...measure.collapsed, positions: positions.set(entity.id, { x: 0, y: 0 }) }
  }
  if (content.width === 0) {
    return { ...measure.empty, positions: positions.set(entity.id, { x: 0, y: 0 }) }
  }
  return {
    positions,
    width: Math.max(measure.least, content.width + 2 * measure.padding),
    height: content.height + measure.header + measure.padding,
  }
}

function addTo<K, V>(lists: Map<K, V[]>, key: K, value: V) {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}
