import type { Entity, EntityId } from '@iam-canvas/core'
import { nodeName } from '../canvas/node-names.ts'
import { drawnEntities } from '../canvas/drawn.ts'
import type { WorkspaceDocument } from '../workspace/document.ts'
import type { NoteId } from '@iam-canvas/exchange'

export interface Found {
  readonly id: EntityId | NoteId
  readonly kind: Entity['kind'] | 'note'
  readonly name: string
  /** What it is, in words: "in developers, 2 policies". */
  readonly detail: string
  readonly service?: string
}

/** Prefixes of a search, such as `user:` or `policy:`, that look among one kind only. */
export const searchPrefixes = ['user', 'group', 'role', 'policy', 'resource', 'account', 'note'] as const

const mostFound = 100

/** Splits `role: dep` into its kind and the words to look for. */
export function parseSearch(query: string): { readonly kind?: string; readonly words: readonly string[] } {
  const prefix = /^\s*(\w+)\s*:/.exec(query)
  const kind = searchPrefixes.find(known => known === prefix?.[1]?.toLowerCase())
  const rest = kind && prefix ? query.slice(prefix[0].length) : query
  const words = rest.toLowerCase().split(/\s+/).filter(Boolean)
  return { ...(kind && { kind }), words }
}

/** Everything that has all the words in its name, ARN, path or tags; names that begin with the first word come first. */
export function searchThings(document: WorkspaceDocument, query: string): readonly Found[] {
  const { kind, words } = parseSearch(query)
  const ranked: { readonly found: Found; readonly rank: number }[] = []
  for (const candidate of candidates(document)) {
    if (kind && candidate.found.kind !== kind) continue
    const name = candidate.found.name.toLowerCase()
    if (!words.every(word => name.includes(word) || candidate.more.includes(word))) continue
    const [first = ''] = words
    const rank = name === first ? 0 : name.startsWith(first) ? 1 : name.includes(first) ? 2 : 3
    ranked.push({ found: candidate.found, rank })
  }
  // Sorting keeps the order of the outline among equals.
  return ranked
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, mostFound)
    .map(({ found }) => found)
}

interface Candidate {
  readonly found: Found
  /** Further text that finds it, in lower case. */
  readonly more: string
}

function candidates(document: WorkspaceDocument): Candidate[] {
  const entities: readonly Entity[] = [...drawnEntities(document), ...Object.values(document.model.accounts)]
  const seen = new Set<string>()
  const things = entities.flatMap((entity): Candidate[] => {
    if (seen.has(entity.id)) return []
    seen.add(entity.id)
    return [
      {
        found: {
          id: entity.id,
          kind: entity.kind,
          name: entity.name,
          detail: detailOf(document, entity),
          ...(entity.kind === 'resource' && { service: entity.service }),
        },
        more: moreOf(entity).toLowerCase(),
      },
    ]
  })
  const notes = Object.values(document.layout.notes ?? {}).map(({ id, text }): Candidate => {
    const [first = ''] = text.trim().split('\n')
    return {
      found: { id, kind: 'note', name: first || 'Empty note', detail: 'Note' },
      more: text.toLowerCase(),
    }
  })
  return [...things, ...notes]
}

/** What a screen reader says of it, without the name that stands beside it. */
function detailOf(document: WorkspaceDocument, entity: Entity): string {
  if (entity.kind === 'resource') return entity.arn
  if (entity.kind === 'account') return `Account ${entity.account}`
  return nodeName(document, entity).replace(entity.name, '').replace(/\s+,/, ',')
}

function moreOf(entity: Entity): string {
  const tags = 'tags' in entity ? entity.tags.map(({ key, value }) => `${key}=${value}`).join(' ') : ''
  switch (entity.kind) {
    case 'resource':
      return `${entity.arn} ${entity.parts.join(' ')} ${tags}`
    case 'account':
      return entity.account
    case 'external':
      return entity.principal
    case 'ou':
      return ''
    default:
      return `${entity.path} ${tags}`
  }
}
