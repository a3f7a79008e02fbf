import type { Diff } from './diff.ts'
import { Draft } from './draft.ts'
import type { Model } from './records.ts'

/**
 * The model after a diff: undo, redo, and replaying what was saved. What the diff does not name keeps its identity.
 * Tolerant of a model that is not the one the diff was made from: a record to remove that is gone is passed over.
 */
export function applyDiff(model: Model, diff: Diff): Model {
  const draft = new Draft(model)
  for (const change of diff) {
    if (change.collection === 'name') draft.setName(change.after)
    else if (change.collection === 'organization') draft.setOrganization(change.after)
    else if (change.after) draft.put(change.after, change.index)
    else draft.remove(change.id)
  }
  return draft.finish().model
}
