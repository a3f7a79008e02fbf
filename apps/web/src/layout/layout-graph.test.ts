import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  bandOf,
  type Layout,
  type LayoutInput,
  type LayoutKind,
  type LayoutNode,
  type Rect,
} from './graph.ts'
import { layoutGraph } from './layout-graph.ts'

const sizes: Readonly<Record<LayoutKind, { width: number; height: number }>> = {
  user: { width: 176, height: 56 },
  group: { width: 200, height: 104 },
  role: { width: 176, height: 56 },
  external: { width: 176, height: 56 },
  policy: { width: 200, height: 99 },
  resource: { width: 184, height: 84 },
}

const node = (kind: LayoutKind, name: string | number, more: Partial<LayoutNode> = {}): LayoutNode => ({
  id: `${kind}:${name}`,
  kind,
  ...sizes[kind],
  ...more,
})

const kinds = Object.keys(sizes) as readonly LayoutKind[]

/** Any account: some nodes of each kind, of any size, linked at random; users may be in groups. */
const accounts: fc.Arbitrary<LayoutInput> = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...kinds),
      width: fc.integer({ min: 40, max: 500 }),
      height: fc.integer({ min: 20, max: 400 }),
      parent: fc.nat(60),
    }),
    { maxLength: 60 },
  )
  .chain(shapes => {
    const nodes = shapes.map(({ kind, width, height, parent }, index) =>
      node(kind, index, { width, height, ...(kind === 'user' ? { parent: `group:${parent}` } : {}) }),
    )
    const end = fc.nat(Math.max(0, nodes.length - 1)).map(index => nodes[index]?.id ?? 'role:gone')
    return fc
      .array(fc.record({ source: end, target: end }), { maxLength: 120 })
      .map(links => ({ nodes, links }))
  })

/** The absolute rectangles of everything on the canvas itself, and those in each group relative to it. */
function rectsOf(
  input: LayoutInput,
  layout: Layout,
): ReadonlyMap<string, readonly (Rect & { id: string; kind: LayoutKind })[]> {
  const groups = new Set(input.nodes.filter(({ kind }) => kind === 'group').map(({ id }) => id))
  const inside = new Map<string, (Rect & { id: string; kind: LayoutKind })[]>()
  for (const one of input.nodes) {
    const home = one.kind === 'user' && one.parent !== undefined && groups.has(one.parent) ? one.parent : ''
    const size = layout.sizes[one.id] ?? one
    const rect = {
      id: one.id,
      kind: one.kind,
      ...layout.positions[one.id]!,
      width: size.width,
      height: size.height,
    }
    inside.set(home, [...(inside.get(home) ?? []), rect])
  }
  return inside
}

const touch = (a: Rect, b: Rect) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

function overlaps(rects: readonly (Rect & { id: string })[]): readonly string[] {
  return rects.flatMap((a, index) =>
    rects
      .slice(index + 1)
      .filter(b => touch(a, b))
      .map(b => `${a.id} and ${b.id}`),
  )
}

function expectNoOverlaps(input: LayoutInput, layout: Layout) {
  for (const rects of rectsOf(input, layout).values()) expect(overlaps(rects)).toEqual([])
}

/** A large account as the app passes it: no users in groups, each policy held by a few and naming a few resources. */
function largeAccount(count: number): LayoutInput {
  let seed = 7
  const below = (limit: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648
    return Math.floor((seed / 2147483648) * limit)
  }
  const principals = Array.from({ length: Math.round(count * 0.4) }, (_, index) =>
    node(
      index % 12 === 0 ? 'group' : index % 3 === 0 ? 'user' : 'role',
      index,
      index % 12 === 0 ? { height: 400 } : {},
    ),
  )
  const policies = Array.from({ length: Math.round(count * 0.35) }, (_, index) => node('policy', index))
  const resources = Array.from({ length: count - principals.length - policies.length }, (_, index) =>
    node('resource', index),
  )
  const links = policies.flatMap(({ id }) => [
    ...Array.from({ length: 1 + below(3) }, () => ({
      source: principals[below(principals.length)]!.id,
      target: id,
    })),
    ...Array.from({ length: below(3) }, () => ({
      source: id,
      target: resources[below(resources.length)]!.id,
    })),
  ])
  return { nodes: [...principals, ...policies, ...resources], links }
}

describe('layoutGraph', () => {
  it('places nothing where there is nothing', () => {
    expect(layoutGraph({ nodes: [], links: [] })).toEqual({
      positions: {},
      sizes: {},
      bounds: { x: 0, y: 0, width: 0, height: 0 },
    })
  })

  it('gives every node a place and lets none overlap', () => {
    fc.assert(
      fc.property(accounts, input => {
        const layout = layoutGraph(input)
        expect(Object.keys(layout.positions).sort()).toEqual(input.nodes.map(({ id }) => id).sort())
        expectNoOverlaps(input, layout)
      }),
    )
  })

  it('gives the same layout for the same input', () => {
    fc.assert(
      fc.property(accounts, input => {
        expect(layoutGraph(structuredClone(input))).toEqual(layoutGraph(input))
      }),
    )
  })

  it('keeps principals, policies and resources in bands at least 150 pixels apart', () => {
    fc.assert(
      fc.property(accounts, input => {
        const canvas = rectsOf(input, layoutGraph(input)).get('') ?? []
        const gaps = canvas.flatMap(a =>
          canvas.filter(b => bandOf[a.kind] < bandOf[b.kind]).map(b => b.x - a.x - a.width),
        )
        expect(Math.min(150, ...gaps)).toBe(150)
      }),
    )
  })

  it('holds the members of a group inside it', () => {
    fc.assert(
      fc.property(accounts, input => {
        const layout = layoutGraph(input)
        for (const [home, rects] of rectsOf(input, layout)) {
          if (home === '') continue
          for (const { x, y, width, height } of rects) {
            expect(Math.min(x, y)).toBeGreaterThan(0)
            expect(x + width).toBeLessThan(layout.sizes[home]!.width)
            expect(y + height).toBeLessThan(layout.sizes[home]!.height)
          }
        }
      }),
    )
  })

  it('says what all nodes cover', () => {
    fc.assert(
      fc.property(accounts, input => {
        const layout = layoutGraph(input)
        const canvas = rectsOf(input, layout).get('') ?? []
        if (canvas.length === 0) return
        const left = Math.min(...canvas.map(({ x }) => x))
        const top = Math.min(...canvas.map(({ y }) => y))
        expect(layout.bounds).toEqual({
          x: left,
          y: top,
          width: Math.max(...canvas.map(({ x, width }) => x + width)) - left,
          height: Math.max(...canvas.map(({ y, height }) => y + height)) - top,
        })
      }),
    )
  })

  it('leaves pinned nodes where they are and puts the others into free space', () => {
    fc.assert(
      fc.property(accounts, fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }), (input, kept) => {
        const before = layoutGraph(input).positions
        const pinned = Object.fromEntries(
          input.nodes.flatMap(({ id }, index) =>
            kept[index] ? [[id, { x: before[id]!.x + 3, y: before[id]!.y - 7 }]] : [],
          ),
        )
        const after = layoutGraph({ ...input, pinned })
        for (const [id, at] of Object.entries(pinned)) expect(after.positions[id]).toEqual(at)
        // A group may grow over a pinned neighbour when members join it: neither may move, so only newcomers count.
        const canvas = rectsOf(input, after).get('') ?? []
        const isPinned = ({ id }: { id: string }) => id in pinned
        const newcomers = canvas.filter(rect => !isPinned(rect))
        for (const rect of newcomers) {
          expect(
            canvas.filter(other => other.id !== rect.id && touch(rect, other)).map(({ id }) => id),
          ).toEqual([])
        }
      }),
    )
  })

  it('puts a new policy at the height of its holder and its resource', () => {
    const nodes = [
      node('role', 'a'),
      node('role', 'b'),
      node('resource', 'a'),
      node('resource', 'b'),
      node('policy', 'new'),
    ]
    const pinned = {
      'role:a': { x: 0, y: 0 },
      'role:b': { x: 0, y: 900 },
      'resource:a': { x: 800, y: 0 },
      'resource:b': { x: 800, y: 900 },
    }
    const links = [
      { source: 'role:b', target: 'policy:new' },
      { source: 'policy:new', target: 'resource:b' },
    ]
    const at = layoutGraph({ nodes, links, pinned }).positions['policy:new']!
    expect(Math.abs(at.y + 99 / 2 - 928)).toBeLessThan(30)
    expect(at.x).toBeGreaterThanOrEqual(176 + 24)
    expect(at.x + 200).toBeLessThanOrEqual(800 - 24)
  })

  it('puts a new policy between its holder and its resource, wherever the other policies were dragged', () => {
    const nodes = [node('role', 'a'), node('resource', 'a'), node('policy', 'far'), node('policy', 'new')]
    const pinned = {
      'role:a': { x: 0, y: 0 },
      'resource:a': { x: 800, y: 0 },
      'policy:far': { x: -3000, y: 0 },
    }
    const links = [
      { source: 'role:a', target: 'policy:new' },
      { source: 'policy:new', target: 'resource:a' },
    ]
    const { x } = layoutGraph({ nodes, links, pinned }).positions['policy:new']!
    expect(x).toBeGreaterThan(176)
    expect(x + 200).toBeLessThan(800)
  })

  it('puts what is linked at one height when each has one partner', () => {
    const names = ['a', 'b', 'c']
    const { positions } = layoutGraph({
      nodes: names.flatMap(name => [node('role', name), node('policy', name), node('resource', name)]),
      links: names.flatMap(name => [
        { source: `role:${name}`, target: `policy:${name}` },
        { source: `policy:${name}`, target: `resource:${name}` },
      ]),
    })
    for (const name of names) {
      const middle = positions[`policy:${name}`]!.y + 99 / 2
      expect(Math.abs(positions[`role:${name}`]!.y + 28 - middle)).toBeLessThan(4)
      expect(Math.abs(positions[`resource:${name}`]!.y + 42 - middle)).toBeLessThan(4)
    }
  })

  it('lays a second account out below the first, not into its gaps', () => {
    const first = largeAccount(40)
    const { positions: pinned, bounds } = layoutGraph(first)
    const second = largeAccount(60)
    const renamed = {
      nodes: second.nodes.map(one => ({ ...one, id: `2${one.id}` })),
      links: second.links.map(({ source, target }) => ({ source: `2${source}`, target: `2${target}` })),
    }
    const both = { nodes: [...first.nodes, ...renamed.nodes], links: [...first.links, ...renamed.links] }
    const layout = layoutGraph({ ...both, pinned })
    for (const { id } of renamed.nodes)
      expect(layout.positions[id]!.y).toBeGreaterThan(bounds.y + bounds.height)
    expectNoOverlaps(both, layout)
  })

  it.each([150, 400, 1000])('gives an account of %i nodes about the shape of a screen', count => {
    const input = largeAccount(count)
    const layout = layoutGraph(input)
    const shape = layout.bounds.width / layout.bounds.height
    expect(shape).toBeGreaterThan(1.2)
    expect(shape).toBeLessThan(2.1)
    expectNoOverlaps(input, layout)
  })
})
