import type { DocumentId, EntityId, TextRange } from '@iam-canvas/core'
import { revealPlace } from './revealed.ts'
import { useSettings } from './settings.ts'
import { select } from './workspace.ts'

const beginning: TextRange = { from: 0, to: 0 }

/** Selects an entity and opens a text of it in the inspector, with the cursor at a place of the text. */
export function showDocument(entity: EntityId, document: DocumentId, range = beginning) {
  useSettings.setState({ inspector: true })
  select({ kind: 'entities', ids: [entity] })
  revealPlace(document, range)
}
