import { addKinds, addThing } from '../sidebar/add-thing.ts'
import { addNote } from '../notes/note-changes.ts'
import type { Action } from './action.ts'
import { menuPoint } from './menu-point.ts'

const inMenu = new Set(['user', 'group', 'role', 'policy'])

const thingActions: readonly Action[] = addKinds.map(kind => ({
  id: `add-${kind.key}`,
  title: `Add ${kind.label}`,
  words: 'new create',
  group: 'Add',
  ...(kind.letter && { keys: [kind.letter.toUpperCase()], onCanvas: true }),
  ...(inMenu.has(kind.key) && { menu: ['canvas'] as const }),
  run: () => {
    const point = menuPoint()
    addThing(kind, point && { point })
  },
}))

export const addActions: readonly Action[] = [
  ...thingActions,
  {
    id: 'add-note',
    title: 'Add a note',
    words: 'new sticky comment',
    group: 'Add',
    keys: ['N'],
    onCanvas: true,
    menu: ['canvas'],
    run: () => addNote(menuPoint()),
  },
]
