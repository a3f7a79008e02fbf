import { type Entity, type EntityId, membersOf, usesOf } from '@iam-canvas/core'
import { drawnEntities } from '../canvas/scene-nodes.ts'
import { nodeName } from '../canvas/node-names.ts'
import { homeOf, type WorkspaceDocument } from '../workspace/document.ts'

export interface OutlineRow {
  readonly key: string
  readonly id: EntityId
  readonly kind: Entity['kind']
  readonly name: string
  /** What a screen reader says around the name: "User ", ", in developers, 2 policies". */
  readonly before: string
  readonly after: string
  readonly service: string | undefined
  /** A word or number at the right end. */
  readonly note: string
  readonly depth: 0 | 1
}

/** Groups with their members, then everyone else, then policies and resources. */
export function outlineRows(document: WorkspaceDocument, filter: string): OutlineRow[] {
  const { model } = document
  const wanted = filter.trim().toLowerCase()
  const rows: OutlineRow[] = []
  const add = (entity: Entity, depth: 0 | 1 = 0) => {
    if (wanted !== '' && !entity.name.toLowerCase().includes(wanted)) return
    rows.push({
      key: `${entity.id} ${depth}`,
      id: entity.id,
      kind: entity.kind,
      name: entity.name,
      ...around(nodeName(document, entity), entity.name),
      service: entity.kind === 'resource' ? entity.service : undefined,
      note: noteOf(document, entity),
      depth,
    })
  }
  for (const entity of drawnEntities(document)) {
    if (entity.kind === 'user' && homeOf(document, entity.id)) continue
    add(entity)
    if (entity.kind !== 'group') continue
    for (const id of membersOf(model, entity.id)) {
      const user = model.users[id]
      if (user && homeOf(document, id) === entity.id) add(user, 1)
    }
  }
  return rows
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
      return String(usesOf(model, entity.id).attachedTo.length)
    default:
      return ''
  }
}
