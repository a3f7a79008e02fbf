import { type ContextValues, type EntityId, entityById, type Model, type UserId } from '@iam-canvas/core'
import type { Edge } from '@xyflow/react'
import { shallow } from 'zustand/shallow'
import { type PickedLink, type Selection, selectedEnds } from '../workspace/selection.ts'
import { remembered } from '../workspace/remembered.ts'
import { type AccessLine, isWhole } from './access-lines.ts'
import { decisionWords } from './decision-words.ts'
import { type HintedLine, isSamePair } from './hinted-line.ts'
import { frames } from './drawn.ts'
import { controlsOn } from './frame-words.ts'
import { count } from './node-names.ts'
import { depth } from './scene-nodes.ts'
import { trustedEntities } from './trust-words.ts'
import { useWords } from './words-to-come.ts'

export type LinkEdge = Edge<{ link: PickedLink }, 'link'>
export type AccessEdge = Edge<
  {
    line: AccessLine
    label: string
    dimmed: boolean
    hinted: boolean
    lane: number
    lanes: number
    folded?: number
  },
  'access'
>
export type SceneEdge = LinkEdge | AccessEdge

/** What is looked at: it tells which lines stand out. */
interface Looked {
  readonly selection: Selection
  readonly hinted?: HintedLine | undefined
  readonly context: ContextValues
}

/**
 * Edges that say the same as before stay the same objects, so that React Flow and React leave them alone: after an edit
 * most lines are what they were.
 */
export function createSceneEdges() {
  let before = new Map<string, SceneEdge>()
  return (...[model, lines, now]: Parameters<typeof accessEdges>): SceneEdge[] => {
    const edges = [...linkEdges(model, now.selection), ...accessEdges(model, lines, now)].map(edge => {
      const known = before.get(edge.id)
      return known && sameEdge(known, edge) ? known : edge
    })
    before = new Map(edges.map(edge => [edge.id, edge]))
    return edges
  }
}

function sameEdge(one: SceneEdge, other: SceneEdge): boolean {
  if (one.ariaLabel !== other.ariaLabel || one.selected !== other.selected) return false
  // What a link joins is in its id.
  if (!isAccess(one) || !isAccess(other)) return one.type === other.type
  const { line, ...rest } = one.data ?? noData
  const { line: otherLine, ...otherRest } = other.data ?? noData
  return shallow(rest, otherRest) && sameLine(line, otherLine)
}

const isAccess = (edge: SceneEdge): edge is AccessEdge => edge.type === 'access'
const noData = { line: undefined }

function sameLine(one: AccessLine | undefined, other: AccessLine | undefined): boolean {
  if (!one || !other || isWhole(one) !== isWhole(other) || one.asks.length !== other.asks.length) return false
  return one.asks.every(({ action, target }, index) => {
    const asked = other.asks[index]
    return asked?.action === action && asked.target === target
  })
}

/** Above this all of them together are a tangle, and only those of what is selected are drawn. */
const mostLinks = 200

/** What was configured: attachments, boundaries, trust, and what runs as a role. Neutral and thin. */
function linkEdges(model: Model, selection: Selection): LinkEdge[] {
  const all = linksOf(model)
  const name = (id: EntityId) => nameIn(model, id)
  return (all.length <= mostLinks ? all : linksOfSelection(model, all, selection)).map(link => ({
    id: linkId(link),
    type: 'link',
    // A resource has its handle on the left, where lines arrive; so this one is drawn from the role.
    source: link.kind === 'runs-as' ? link.target : link.source,
    target: link.kind === 'runs-as' ? link.source : link.target,
    ...(link.kind === 'control' && { targetHandle: 'top' }),
    zIndex: depth.line,
    selected: selection.kind === 'link' && linkId(selection.link) === linkId(link),
    ariaLabel: `${linkVerb[link.kind]}: ${name(link.source)} and ${name(link.target)}`,
    ariaRole: 'button',
    data: { link },
  }))
}

function linksOfSelection(model: Model, all: readonly PickedLink[], selection: Selection): PickedLink[] {
  const ends = new Set<EntityId>(selectedEnds(selection))
  // A member's access comes through its groups, so their attachments belong to the picture.
  for (const id of selectedEnds(selection)) {
    const user = id.startsWith('user:') ? model.users[id as UserId] : undefined
    for (const group of user?.groups ?? []) ends.add(group)
  }
  return all.filter(({ source, target }) => ends.has(source) || ends.has(target)).slice(0, mostLinks)
}

const linksOf = remembered((model: Model): readonly PickedLink[] => {
  const links: PickedLink[] = []
  for (const holders of [model.users, model.groups, model.roles]) {
    for (const holder of Object.values(holders)) {
      for (const policy of holder.attachedPolicies)
        links.push({ kind: 'attachment', source: holder.id, target: policy })
      if (holder.kind !== 'group' && holder.permissionsBoundary) {
        links.push({ kind: 'boundary', source: holder.id, target: holder.permissionsBoundary })
      }
    }
  }
  for (const resource of Object.values(model.resources)) {
    if (resource.runsAs) links.push({ kind: 'runs-as', source: resource.id, target: resource.runsAs })
  }
  // What is on the root's title bar stands in the root: a line to it would go nowhere.
  for (const target of frames(model)) {
    if (target.kind === 'ou' && target.parent === undefined) continue
    for (const policy of controlsOn(model, target)) {
      if (policy.account !== 'aws') links.push({ kind: 'control', source: policy.id, target: target.id })
    }
  }
  for (const role of Object.values(model.roles)) {
    for (const source of trustedEntities(model, role)) links.push({ kind: 'trust', source, target: role.id })
  }
  return links
})

const linkVerb: Readonly<Record<PickedLink['kind'], string>> = {
  attachment: 'Attachment',
  boundary: 'Permissions boundary',
  member: 'Membership',
  trust: 'Trust',
  'runs-as': 'Runs as',
  control: 'Binds',
}

export const linkId = (link: PickedLink) => `${link.kind} ${link.source} ${link.target}`

/** What follows from it: the decided lines, each with its own lane where several arrive at one resource. */
function accessEdges(
  model: Model,
  lines: readonly AccessLine[],
  { selection, hinted, context }: Looked,
): AccessEdge[] {
  const words = useWords.getState().ofLine
  const arriving = new Map<string, number>()
  for (const line of lines) arriving.set(line.resource, (arriving.get(line.resource) ?? 0) + 1)
  const taken = new Map<string, number>()
  return lines.map(line => {
    const lane = taken.get(line.resource) ?? 0
    taken.set(line.resource, lane + 1)
    const label = words?.(line, model, context) ?? ''
    return {
      id: line.id,
      type: 'access',
      source: line.principal,
      target: line.resource,
      zIndex: depth.line,
      selected: isAsked(line, selection),
      ariaLabel: `${nameIn(model, line.principal)} on ${nameIn(model, line.resource)}: ${label} ${decisionWords[line.decision]}, ${count(line.asks.length, 'action')}`,
      ariaRole: 'button',
      data: {
        line,
        label,
        dimmed: hinted ? !isSamePair(line, hinted) : isOffPath(line, selection),
        hinted: hinted !== undefined && isSamePair(line, hinted),
        lane,
        lanes: arriving.get(line.resource) ?? 1,
      },
    }
  })
}

const isAsked = ({ principal, resource, asks }: AccessLine, selection: Selection) =>
  selection.kind === 'access' &&
  selection.question.principal === principal &&
  selection.question.resource === resource &&
  (selection.question.action === undefined || asks.some(({ action }) => action === selection.question.action))

function isOffPath({ principal, resource }: AccessLine, selection: Selection): boolean {
  switch (selection.kind) {
    case 'access':
      return selection.question.principal !== principal || selection.question.resource !== resource
    case 'entities': {
      const ends = selection.ids.filter(id => /^(user|role|resource):/.test(id))
      return ends.length > 0 && !ends.some(id => id === principal || id === resource)
    }
    case 'none':
    case 'link':
      return false
  }
}

function nameIn(model: Model, id: EntityId): string {
  return entityById(model, id)?.name ?? id
}
