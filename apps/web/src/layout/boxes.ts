import {
  type Box,
  type BoxGraph,
  bandOf,
  type LayoutInput,
  type LayoutLink,
  type LayoutNode,
} from './graph.ts'
import { groupSize } from './member-grid.ts'

/** Links between boxes in both directions; links inside a box, to nowhere, or said twice are left out. */
function adjacency(count: number, boxOf: ReadonlyMap<string, number>, links: readonly LayoutLink[]) {
  const seen = new Set<number>()
  const ends: number[] = []
  const start = new Int32Array(count + 1)
  for (const link of links) {
    const a = boxOf.get(link.source)
    const b = boxOf.get(link.target)
    if (a === undefined || b === undefined || a === b) continue
    const key = Math.min(a, b) * count + Math.max(a, b)
    if (seen.has(key)) continue
    seen.add(key)
    ends.push(a, b)
    start[a + 1]!++
    start[b + 1]!++
  }
  for (let box = 0; box < count; box++) start[box + 1]! += start[box]!
  const next = start.slice()
  const neighbour = new Int32Array(ends.length)
  for (let end = 0; end < ends.length; end += 2) {
    const a = ends[end]!
    const b = ends[end + 1]!
    neighbour[next[a]!++] = b
    neighbour[next[b]!++] = a
  }
  return { start, neighbour }
}

/** Folds members into their groups. The boxes stand in the order of the input. */
export function boxGraph({ nodes, links }: Pick<LayoutInput, 'nodes' | 'links'>): BoxGraph {
  const byId = new Map(nodes.map(node => [node.id, node]))
  const unique = [...byId.values()]
  const parentOf = (node: LayoutNode): LayoutNode | undefined => {
    const parent = node.kind === 'user' && node.parent !== undefined ? byId.get(node.parent) : undefined
    return parent?.kind === 'group' ? parent : undefined
  }
  const members = new Map<string, LayoutNode[]>()
  for (const node of unique) {
    const parent = parentOf(node)
    if (!parent) continue
    const siblings = members.get(parent.id)
    if (siblings) siblings.push(node)
    else members.set(parent.id, [node])
  }
  const boxes: Box[] = []
  const boxOf = new Map<string, number>()
  for (const node of unique) {
    if (parentOf(node)) continue
    const inside = members.get(node.id) ?? []
    const size = groupSize(node, inside)
    for (const member of inside) boxOf.set(member.id, boxes.length)
    boxOf.set(node.id, boxes.length)
    boxes.push({ id: node.id, kind: node.kind, band: bandOf[node.kind], members: inside, ...size })
  }
  return { boxes, ...adjacency(boxes.length, boxOf, links) }
}
