import { addKinds, addThing } from '../sidebar/add-thing.ts'
import type { Action } from './action.ts'
import { menuPoint } from './menu-point.ts'

const inMenu = new Set(['user', 'group', 'role', 'policy'])

export const addActions: readonly Action[] = addKinds.map(kind => ({
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
