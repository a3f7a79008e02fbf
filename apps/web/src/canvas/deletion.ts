import { type Command, type EntityId, entityById, type Model } from '@iam-canvas/core'
import { warn } from '../ui/messages.ts'
import { withoutNotes } from '../notes/without-notes.ts'
import { perform } from '../workspace/perform.ts'
import type { WorkspaceDocument } from '../workspace/document.ts'
import { useWorkspace } from '../workspace/workspace.ts'
import { containersOf } from './containment.ts'
import { detachCommand } from './detach.ts'

/** Deletes what is selected: entities go, connections are taken apart. One undo step, whatever its size. */
export function deleteSelection() {
  const { selection, document } = useWorkspace.getState()
  switch (selection.kind) {
    case 'none':
      return
    case 'entities': {
      const command = deletionCommand(document, selection.ids)
      const { notes = [] } = selection
      const layout = notes.length > 0 ? { layout: withoutNotes(document.layout, notes) } : {}
      if (command) perform({ command, ...layout })
      else if (notes.length > 0) {
        perform({ ...layout, label: `${notes.length === 1 ? 'Note' : `${notes.length} notes`} deleted` })
      }
      return
    }
    case 'link': {
      const command = detachCommand(document.model, selection.link)
      if (command) perform({ command })
      return
    }
    case 'access':
      warn('An access line follows from policies. Change or detach one of them to take the access away')
  }
}

/** Deletes all of them, or nothing if one of them is refused. */
export function deletionCommand(
  document: Pick<WorkspaceDocument, 'model' | 'layout'>,
  ids: readonly EntityId[],
): Command | undefined {
  const chosen = new Set(ids)
  // An account takes what it owns along.
  const isTaken = (id: EntityId) =>
    containersOf(document, id).some(around => around.startsWith('account:') && chosen.has(around))
  const commands = ids.flatMap(id => (isTaken(id) ? [] : (deleteCommand(document.model, id) ?? [])))
  return commands.length > 1 ? { type: 'Batch', commands } : commands[0]
}

function deleteCommand(model: Model, id: EntityId): Command | undefined {
  const entity = entityById(model, id)
  switch (entity?.kind) {
    case 'user':
      return { type: 'DeleteUser', user: entity.id }
    case 'group':
      return { type: 'DeleteGroup', group: entity.id }
    case 'role':
      return { type: 'DeleteRole', role: entity.id }
    case 'policy':
      return { type: 'DeletePolicy', policy: entity.id }
    case 'resource':
      return { type: 'RemoveResource', resource: entity.id }
    case 'external':
      return { type: 'RemoveExternalPrincipal', external: entity.id }
    case 'account':
      return { type: 'RemoveAccount', account: entity.id }
    case 'ou':
      return entity.parent === undefined
        ? { type: 'DeleteOrganization' }
        : { type: 'DeleteOrganizationalUnit', ou: entity.id }
    case undefined:
      return undefined
  }
}
