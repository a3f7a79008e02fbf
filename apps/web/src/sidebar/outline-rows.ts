import { type Entity, type EntityId, membersOf, usesOf } from '@iam-canvas/core'
import type { NoteId } from '@iam-canvas/exchange'
import { firstLine } from '../notes/note-nodes.ts'
import { containerOf } from '../canvas/containment.ts'
import { type Drawn, drawnEntities } from '../canvas/drawn.ts'
import { nodeName } from '../canvas/node-names.ts'
import type { WorkspaceDocument } from '../workspace/document.ts'

export interface OutlineRow {
  readonly key: string
  readonly id: EntityId | NoteId
  readonly kind: Entity['kind'] | 'control' | 'note'
  readonly name: string
  /** What a screen reader says around the name: "User ", ", in developers, 2 policies". */
  readonly before: string
  readonly after: string
  readonly service: string | undefined
  /** A word or number at the right end. */
  readonly note: string
  readonly depth: number
}

/**
 * Groups with their members, then everyone else, then policies and resources. Where accounts are drawn, it is a tree:
 * the organization, its OUs, their accounts, and what is in each.
 */
export function outlineRows(document: WorkspaceDocument, filter: string): OutlineRow[] {
  const wanted = filter.trim().toLowerCase()
  const inside = new Map<EntityId | undefined, Drawn[]>()
  for (const entity of drawnEntities(document)) {
    const container = containerOf(document, entity)
    const list = inside.get(container)
    if (list) list.push(entity)
    else inside.set(container, [entity])
  }
  const rows: OutlineRow[] = []
  const listed = new Set<EntityId>()
  const list = (entity: Drawn, depth: number) => {
    // A file may hold OUs that contain each other.
    if (listed.has(entity.id)) return
    listed.add(entity.id)
    if (wanted === '' || entity.name.toLowerCase().includes(wanted)) rows.push(rowOf(document, entity, depth))
    for (const child of inside.get(entity.id) ?? []) list(child, depth + 1)
  }
  for (const entity of inside.get(undefined) ?? []) list(entity, 0)
  for (const { id, text } of Object.values(document.layout.notes ?? {})) {
    if (wanted !== '' && !text.toLowerCase().includes(wanted)) continue
    const name = firstLine(text)
    rows.push({
      key: id,
      id,
      kind: 'note',
      name,
      before: 'Note: ',
      after: '',
      service: undefined,
      note: '',
      depth: 0,
    })
  }
  return rows
}

function rowOf(document: WorkspaceDocument, entity: Drawn, depth: number): OutlineRow {
  const control = entity.kind === 'policy' && entity.purpose !== 'identity'
  return {
    key: `${entity.id} ${depth}`,
    id: entity.id,
    kind: control ? 'control' : entity.kind,
    name: entity.name,
    ...around(nodeName(document, entity), entity.name),
    service: entity.kind === 'resource' ? entity.service : undefined,
    note: noteOf(document, entity),
    depth,
  }
}

function around(label: string, name: string) {
  const start = label.indexOf(name)
  return { before: label.slice(0, start), after: label.slice(start + name.length) }
}

function noteOf({ model }: WorkspaceDocument, entity: Entity): string {
  switch (entity.kind) {
    case 'group':
      return String(membersOf(model, entity.id).length)
    case 'user':
      return entity.accessKeys ? `${entity.accessKeys} ${entity.accessKeys === 1 ? 'key' : 'keys'}` : ''
    case 'policy':
      return String(
        usesOf(model, entity.id)[entity.purpose === 'identity' ? 'attachedTo' : 'controls'].length,
      )
    case 'account':
      // The frame shows all twelve digits; here the name needs the room.
      return `…${entity.account.slice(-4)}`
    default:
      return ''
  }
}
