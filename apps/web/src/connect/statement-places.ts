import { documentById, type EntityId, entityById, type Model, parsedPolicy } from '@iam-canvas/core'
import { drawnEntities } from '../canvas/drawn.ts'
import { dropStatement } from '../statements/statement-drag.ts'
import { type StatementManner, type StatementSource, statementVerdict } from '../statements/statement-drop.ts'
import type { WorkspaceDocument } from '../workspace/document.ts'
import type { Connection } from './connections.ts'

/** Where a statement could go, moved or copied, by the same rules as dragging it; copies come last. */
export function placesForStatement(document: WorkspaceDocument, source: StatementSource): Connection[] {
  const owner = documentById(document.model, source.document)?.owner
  if (!owner) return []
  const targets = [undefined, ...drawnEntities(document).map(({ id }) => id)]
  const places = (manner: StatementManner) =>
    targets.flatMap((target): Connection[] => {
      const verdict = statementVerdict(document.model, source, target, manner)
      if (!verdict?.ok) return []
      const key = `${source.document} ${source.index} ${target ?? ''} ${verdict.verb}`
      return [{ key, verdict, dragged: owner, run: () => dropStatement(verdict) }]
    })
  const moves = places({})
  const known = new Set(moves.map(({ key }) => key))
  return [...moves, ...places({ copy: true }).filter(({ key }) => !known.has(key))]
}

/** The same for each statement of a policy. */
export function placesForStatements(document: WorkspaceDocument, policy: EntityId): Connection[] {
  const entity = entityById(document.model, policy)
  if (entity?.kind !== 'policy') return []
  const { statements } = parsedPolicy(entity.text ?? '').document
  return statements.flatMap((_, index) => placesForStatement(document, { document: entity.id, index }))
}

/** "statement 2 of ReadPhotos", or by its Sid. */
export function statementName(model: Model, { document: id, index }: StatementSource): string {
  const document = documentById(model, id)
  const sid = document && parsedPolicy(document.text).document.statements[index]?.sid
  return `${sid ?? `statement ${index + 1}`} of ${document?.name ?? id}`
}
