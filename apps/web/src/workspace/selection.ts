import type { EntityId, PrincipalId, ResourceId } from '@iam-canvas/core'
import type { NoteId } from '@iam-canvas/exchange'

/** A question about one line: may this principal do this on that resource? */
export interface Question {
  readonly principal: PrincipalId
  readonly resource: ResourceId
  /** Absent: the inspector chooses the most telling one. */
  readonly action?: string
  readonly target?: string
}

/** An attachment, membership or boundary picked on the canvas. */
export interface PickedLink {
  readonly kind: 'attachment' | 'boundary' | 'member' | 'trust' | 'runs-as' | 'control'
  readonly source: EntityId
  readonly target: EntityId
}

export type Selection =
  | { readonly kind: 'none' }
  /** Notes belong to the picture and not to the model, so they are kept apart from the entities. */
  | { readonly kind: 'entities'; readonly ids: readonly EntityId[]; readonly notes?: readonly NoteId[] }
  | { readonly kind: 'access'; readonly question: Question }
  | { readonly kind: 'link'; readonly link: PickedLink }

export const nothing: Selection = { kind: 'none' }

export function selectedEntity(selection: Selection): EntityId | undefined {
  return selection.kind === 'entities' && selection.ids.length === 1 && !selection.notes
    ? selection.ids[0]
    : undefined
}

/** The one thing that is selected, be it of the model or a note. */
export function selectedThing(selection: Selection): EntityId | NoteId | undefined {
  if (selection.kind !== 'entities') return undefined
  const all = [...selection.ids, ...(selection.notes ?? [])]
  return all.length === 1 ? all[0] : undefined
}

/** The entities whose lines belong to a selection. */
export function selectedEnds(selection: Selection): readonly EntityId[] {
  switch (selection.kind) {
    case 'entities':
      return selection.ids
    case 'access':
      return [selection.question.principal]
    case 'link':
      return [selection.link.source]
    case 'none':
      return []
  }
}
