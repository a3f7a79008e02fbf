import { documentById } from '@iam-canvas/core'
import { isNoteId } from '@iam-canvas/exchange'
import { openConnect } from '../connect/connect-state.ts'
import { isFramed } from '../canvas/containment.ts'
import { deleteSelection } from '../canvas/deletion.ts'
import {
  copySelection,
  copyToClipboard,
  cutSelection,
  duplicateSelection,
  pasteFromClipboard,
} from '../clipboard/clipboard.ts'
import { redoAloud, undoAloud } from '../workspace/perform.ts'
import { selectedEntity, selectedThing } from '../workspace/selection.ts'
import { rename, useWorkspace, type Workspace } from '../workspace/workspace.ts'
import { type Action, picked } from './action.ts'
import { menuPoint } from './menu-point.ts'
import { groupTogether, onlyUsersPicked } from './group-together.ts'
import { selectEverything } from './select-everything.ts'

export const something = ({ selection }: Workspace) => picked(selection) > 0
const one = ({ selection }: Workspace) => selectedEntity(selection) !== undefined
const oneNote = (selection: Workspace['selection']) => {
  const id = selectedThing(selection)
  return id && isNoteId(id) ? id : undefined
}
const onOne = (run: (id: NonNullable<ReturnType<typeof selectedEntity>>) => void) => () => {
  const id = selectedEntity(useWorkspace.getState().selection)
  if (id) run(id)
}

export const editActions: readonly Action[] = [
  {
    id: 'undo',
    title: 'Undo',
    group: 'Edit',
    keys: ['Mod Z'],
    when: ({ history }) => history.past.length > 0,
    run: undoAloud,
  },
  {
    id: 'redo',
    title: 'Redo',
    group: 'Edit',
    keys: ['Mod Shift Z', 'Mod Y'],
    when: ({ history }) => history.future.length > 0,
    run: redoAloud,
  },
  {
    id: 'connect',
    title: 'Connect …',
    words: 'attach add to group boundary',
    group: 'Connect',
    keys: ['C'],
    onCanvas: true,
    menu: ['entity'],
    when: one,
    run: onOne(id => openConnect(id)),
  },
  {
    id: 'move-into',
    title: 'Move into …',
    words: 'group account OU',
    group: 'Connect',
    keys: ['M'],
    onCanvas: true,
    menu: ['entity'],
    when: ({ selection, document }) => {
      const id = selectedEntity(selection)
      return id !== undefined && (id.startsWith('user:') || isFramed(document.model))
    },
    run: onOne(id => openConnect(id, 'move')),
  },
  {
    id: 'statements',
    title: 'Move a statement …',
    words: 'take out split inline copy policy',
    group: 'Connect',
    menu: ['entity'],
    when: ({ selection, document }) => {
      const id = selectedEntity(selection)
      const text = id && documentById(document.model, id)?.text
      return text !== undefined && text !== ''
    },
    run: onOne(id => openConnect(id, 'statements')),
  },
  {
    id: 'group-together',
    title: 'Make a group of the selected users',
    group: 'Connect',
    keys: ['Mod G'],
    onCanvas: true,
    menu: ['entity'],
    when: onlyUsersPicked,
    run: groupTogether,
  },
  {
    id: 'rename',
    title: 'Rename',
    group: 'Edit',
    keys: ['F2'],
    onCanvas: true,
    menu: ['entity'],
    when: one,
    run: onOne(rename),
  },
  {
    id: 'write-note',
    title: 'Write on the note',
    words: 'edit text',
    group: 'Edit',
    keys: ['F2'],
    onCanvas: true,
    menu: ['note'],
    when: ({ selection }) => oneNote(selection) !== undefined,
    run: () => rename(oneNote(useWorkspace.getState().selection)),
  },
  {
    id: 'cut',
    title: 'Cut',
    group: 'Edit',
    keys: ['Mod X'],
    byBrowser: true,
    menu: ['entity', 'note'],
    when: something,
    run: () => void copyToClipboard(cutSelection()),
  },
  {
    id: 'copy',
    title: 'Copy',
    group: 'Edit',
    keys: ['Mod C'],
    byBrowser: true,
    menu: ['entity', 'note'],
    when: something,
    run: () => void copyToClipboard(copySelection()),
  },
  {
    id: 'paste',
    title: 'Paste',
    words: 'policy JSON',
    group: 'Edit',
    keys: ['Mod V'],
    byBrowser: true,
    menu: ['canvas', 'entity'],
    run: () => void pasteFromClipboard(menuPoint()),
  },
  {
    id: 'duplicate',
    title: 'Duplicate',
    group: 'Edit',
    keys: ['Mod D'],
    onCanvas: true,
    menu: ['entity', 'note'],
    when: something,
    run: () => void duplicateSelection(),
  },
  {
    id: 'delete',
    title: 'Delete',
    words: 'remove detach',
    group: 'Edit',
    keys: ['Delete', 'Backspace'],
    onCanvas: true,
    danger: true,
    menu: ['entity', 'note'],
    when: something,
    run: deleteSelection,
  },
  {
    id: 'detach',
    title: 'Take this connection away',
    words: 'detach delete',
    group: 'Edit',
    keys: ['Delete', 'Backspace'],
    onCanvas: true,
    danger: true,
    menu: ['line'],
    when: ({ selection }) => selection.kind === 'link',
    run: deleteSelection,
  },
  {
    id: 'delete-access',
    title: 'Delete an access line',
    group: 'Edit',
    keys: ['Delete', 'Backspace'],
    onCanvas: true,
    hidden: true,
    when: ({ selection }) => selection.kind === 'access',
    run: deleteSelection,
  },
  {
    id: 'select-all',
    title: 'Select everything',
    group: 'Edit',
    keys: ['Mod A'],
    onCanvas: true,
    menu: ['canvas'],
    run: selectEverything,
  },
]
