import { type Command, type EntityId, entityById, type Model } from '@iam-canvas/core'
import { warn } from '../ui/messages.ts'
import { withoutNotes } from '../notes/without-notes.ts'
import { perform } from '../workspace/perform.ts'
import { useWorkspace } from '../workspace/workspace.ts'
import { detachCommand } from './detach.ts'

/** Deletes what is selected: entities go, connections are taken apart. One undo step, whatever its size. */
export function deleteSelection() {
  const { selection, document } = useWorkspace.getState()
  switch (selection.kind) {
    case 'none':
      return
    case 'entities': {
      const command = deletionCommand(document.model, selection.ids)
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
export function deletionCommand(model: Model, ids: readonly EntityId[]): Command | undefined {
  const commands = ids.flatMap(id => deleteCommand(model, id) ?? [])
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
    case 'ou':
    case undefined:
      return undefined
  }
}
