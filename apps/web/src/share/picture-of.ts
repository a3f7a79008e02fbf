import { type ContextValues, entityById, type Policy, type Resource, type User } from '@iam-canvas/core'
import type { Picture, PictureLine, PictureLink, PictureNode } from '@iam-canvas/exchange'
import { resourceKindOf } from '@iam-canvas/reference'
import type { AccessLine } from '../canvas/access-lines.ts'
import { accessCurve, hasRoomForWords } from '../canvas/lines/curve.ts'
import { linkPath } from '../canvas/lines/link-path.ts'
import { controlShort } from '../canvas/frame-words.ts'
import { shown } from '../canvas/nodes/NodeName.tsx'
import { count } from '../canvas/node-names.ts'
import { shortResource, summarizePolicy } from '../canvas/policy-sentences.ts'
import { type AccessEdge, createSceneEdges, type LinkEdge, type SceneEdge } from '../canvas/scene-edges.ts'
import { createSceneNodes, type SceneNode } from '../canvas/scene-nodes.ts'
import { ghostsTop, group as groupMeasure, resource as resourceMeasure } from '../canvas/sizes.ts'
import { trustedPrincipals } from '../canvas/trust-words.ts'
import type { Point, WorkspaceDocument } from '../workspace/document.ts'
import { nothing } from '../workspace/selection.ts'

export interface Pictured {
  readonly document: WorkspaceDocument
  /** The access lines to draw. */
  readonly lines: readonly AccessLine[]
  readonly context: ContextValues
  /** Only these, with the members of groups among them; everything when absent. */
  readonly only?: ReadonlySet<string>
}

/** What the canvas shows as plain records, in the same places, by the same words. Needs no page. */
export function pictureOf({ document, lines, context, only }: Pictured): Picture {
  const scene = createSceneNodes()(document)
  const byId = new Map(scene.map(node => [node.id, node]))
  const places = new Map<string, Point>()
  const placeOf = (node: SceneNode): Point => {
    const known = places.get(node.id)
    if (known) return known
    const parent = node.parentId === undefined ? undefined : byId.get(node.parentId)
    const corner = parent ? placeOf(parent) : { x: 0, y: 0 }
    const place = { x: corner.x + node.position.x, y: corner.y + node.position.y }
    places.set(node.id, place)
    return place
  }
  const wanted = (node: SceneNode | undefined): boolean =>
    node !== undefined &&
    (!only || only.has(node.id) || (node.parentId !== undefined && wanted(byId.get(node.parentId))))
  const ends = (edge: SceneEdge) => {
    const [from, to] = [byId.get(edge.source), byId.get(edge.target)]
    if (!from || !to || !wanted(from) || !wanted(to)) return []
    return [
      {
        from: handleOf(from, placeOf(from), 'source', edge.sourceHandle),
        to: handleOf(to, placeOf(to), 'target', edge.targetHandle),
      },
    ]
  }
  const edges = createSceneEdges()(document.model, lines, { selection: nothing, context })
  return {
    title: shown(document.model.name),
    nodes: [
      ...scene.filter(wanted).flatMap(node => drawnNodes(document, node, placeOf(node))),
      ...notesOf(document, only),
    ],
    links: edges.flatMap(edge =>
      edge.type === 'link' ? ends(edge).flatMap(points => drawnLink(edge, points)) : [],
    ),
    lines: edges.flatMap(edge =>
      edge.type === 'access' ? ends(edge).flatMap(points => drawnLine(edge, points)) : [],
    ),
  }
}

interface Ends {
  readonly from: Point
  readonly to: Point
}

function drawnLink({ data }: LinkEdge, { from, to }: Ends): PictureLink[] {
  if (!data) return []
  const { kind } = data.link
  const { path, end, across } = linkPath(kind, from, to)
  return [{ kind, from, to: end, path, across }]
}

function drawnLine({ data }: AccessEdge, { from, to }: Ends): PictureLine[] {
  if (!data) return []
  const { line, label, lane, lanes } = data
  const curve = accessCurve(from, to, lane, lanes, label)
  return [
    {
      decision: line.decision,
      path: curve.path,
      head: line.decision === 'ExplicitDeny' ? curve.bar : curve.arrow,
      at: curve.label,
      from,
      to,
      ...(hasRoomForWords(lanes) && { label }),
    },
  ]
}

/** Notes stand beside the model, in its layout. */
function notesOf({ layout }: WorkspaceDocument, only: ReadonlySet<string> | undefined): PictureNode[] {
  return Object.values(layout.notes ?? {}).flatMap(note => {
    const place = layout.positions[note.id]
    if (!place || (only && !only.has(note.id))) return []
    const { width, height } = note
    const [first = '', ...rest] = shown(note.text.replaceAll('\n', ' ␤ '))
      .split(' ␤ ')
      .filter(text => text !== '')
    const lines = Math.max(1, Math.floor((height - 44) / 17))
    return [
      {
        ...place,
        width,
        height,
        kind: 'note',
        name: first,
        rows: rest.length > 0 ? [{ text: rest.join(' '), lines }] : [],
      },
    ]
  })
}

/** Where a line meets a node: at the handle it names, or else at the first that lines of its kind use. */
function handleOf(
  node: SceneNode,
  { x, y }: Point,
  type: 'source' | 'target',
  id: string | null | undefined,
): Point {
  const handles = node.handles ?? []
  const handle = handles.find(own => own.id === id) ?? handles.find(own => own.type === type) ?? handles[0]
  return { x: x + (handle?.x ?? 0), y: y + (handle?.y ?? 0) }
}

function drawnNodes(document: WorkspaceDocument, node: SceneNode, place: Point): PictureNode[] {
  const entity = entityById(document.model, node.id)
  const box = {
    ...place,
    width: node.width ?? 0,
    height: node.height ?? 0,
    name: shown(entity?.name ?? node.id),
  }
  switch (node.type) {
    case 'user': {
      const { user, boundary } = node.data
      return [{ ...box, kind: 'user', rows: [{ text: credentialWords(user) }], ...ceilingOf(boundary) }]
    }
    case 'role': {
      const { role, boundary } = node.data
      return [
        {
          ...box,
          kind: 'role',
          rows: [{ text: trustedPrincipals(role.trustPolicy) }],
          ...ceilingOf(boundary),
        },
      ]
    }
    case 'external':
      return [{ ...box, kind: 'external', rows: [{ text: shown(node.data.external.principal) }] }]
    case 'policy':
      return [
        { ...box, ...policyRows(node.data.policy), ...(!node.data.attached && { tab: 'not attached' }) },
      ]
    case 'resource':
      return [{ ...box, ...resourceRows(node.data.resource, node.data.runsAs) }]
    case 'frame': {
      const { members, ghosts } = node.data
      const total = members + ghosts.length
      const frame: PictureNode = {
        ...box,
        kind: 'group',
        stamp: count(total, 'member'),
        rows: total === 0 ? [{ text: 'no members' }] : [],
      }
      return [frame, ...ghosts.map((ghost, index) => ghostIn(box, members, ghost, index))]
    }
    case 'account':
    case 'ou': {
      const { entity: frame, controls, holds } = node.data
      const [control, ...more] = controls
      const words = [
        frame.kind === 'account' && frame.account,
        control &&
          `${controlShort(control)} ${shown(control.name)}${more.length > 0 ? ` + ${more.length}` : ''}`,
        holds,
      ]
      return [{ ...box, kind: node.type, stamp: words.filter(Boolean).join(' · '), rows: [] }]
    }
  }
}

const ceilingOf = (boundary: string | undefined) =>
  boundary === undefined ? {} : { ceiling: shown(boundary) }

/** How a user signs in: "2 access keys, console, MFA". */
function credentialWords({ accessKeys = 0, consolePassword, mfa }: User): string {
  const keys = accessKeys > 0 ? count(accessKeys, 'access key') : ''
  return [keys, consolePassword && 'console', mfa && 'MFA'].filter(Boolean).join(', ') || 'user'
}

function policyRows(policy: Policy): Pick<PictureNode, 'kind' | 'rows' | 'stamp'> {
  const { sentences, more } = summarizePolicy(policy)
  const rows = sentences.map(({ effect, text, lines }) => ({ effect, text: shown(text), lines }))
  const note =
    more > 0
      ? [{ text: `and ${more} more` }]
      : policy.text === undefined
        ? [{ text: 'text not in the file' }]
        : rows.length === 0
          ? [{ text: 'no statement yet' }]
          : []
  return { kind: 'policy', rows: [...rows, ...note], ...stampOf(policy) }
}

function stampOf(policy: Policy) {
  if (policy.purpose !== 'identity') return { stamp: controlShort(policy) }
  return policy.account === 'aws' ? { stamp: 'AWS' } : {}
}

function resourceRows(
  resource: Resource,
  runsAs: string | undefined,
): Pick<PictureNode, 'kind' | 'rows' | 'service'> {
  const { arn, service, type, parts } = resource
  const few = parts.slice(0, resourceMeasure.mostParts)
  const more = parts.length - few.length
  return {
    kind: service === 'lambda' ? 'function' : 'resource',
    service,
    rows: [
      {
        text:
          runsAs === undefined
            ? (resourceKindOf(arn)?.label ?? `${service} ${type}`)
            : `runs as ${shown(runsAs)}`,
      },
      ...few.map(part => ({ text: shown(shortResource(part)), code: true })),
      ...(more > 0 ? [{ text: `and ${more} more` }] : []),
    ],
  }
}

/** A member that is drawn in another group: a name in a row of its own, as on the canvas. */
function ghostIn(
  frame: Point & { readonly width: number },
  members: number,
  ghost: User,
  index: number,
): PictureNode {
  const columns = Math.max(1, Math.floor((frame.width - groupMeasure.padding * 2 + 8) / 168))
  const width = (frame.width - groupMeasure.padding * 2) / columns
  return {
    kind: 'ghost',
    name: shown(ghost.name),
    rows: [],
    x: frame.x + groupMeasure.padding + (index % columns) * width,
    y: frame.y + ghostsTop(members) + Math.floor(index / columns) * groupMeasure.ghostHeight,
    width,
    height: groupMeasure.ghostHeight,
  }
}
