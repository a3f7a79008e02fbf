import { align, distribute, freeBoxes } from '../arrange/arrange.ts'
import type { Axis, Edge } from '../arrange/align.ts'
import { canChange, collapseSelected } from '../canvas/collapse.ts'
import { nudge } from '../canvas/nudge.ts'
import { tidy } from '../canvas/tidy.ts'
import type { KeySpec } from './keys.ts'
import type { Action } from './action.ts'
import { something } from './edit-actions.ts'

const edges: readonly (readonly [Edge, string, KeySpec])[] = [
  ['left', 'Align to the left', 'Shift Alt ArrowLeft'],
  ['centre', 'Align to the centre', 'Shift Alt C'],
  ['right', 'Align to the right', 'Shift Alt ArrowRight'],
  ['top', 'Align to the top', 'Shift Alt ArrowUp'],
  ['middle', 'Align to the middle', 'Shift Alt M'],
  ['bottom', 'Align to the bottom', 'Shift Alt ArrowDown'],
]
const axes: readonly (readonly [Axis, string, KeySpec])[] = [
  ['horizontally', 'Distribute horizontally', 'Shift Alt H'],
  ['vertically', 'Distribute vertically', 'Shift Alt V'],
]

const small = 8
const large = 32
const arrows = [
  ['left', 'ArrowLeft', -1, 0],
  ['right', 'ArrowRight', 1, 0],
  ['up', 'ArrowUp', 0, -1],
  ['down', 'ArrowDown', 0, 1],
] as const

export const arrangeActions: readonly Action[] = [
  ...edges.map(
    ([edge, title, key]): Action => ({
      id: `align-${edge}`,
      title,
      group: 'Arrange',
      keys: [key],
      onCanvas: true,
      menu: ['entity', 'note'],
      when: () => freeBoxes().length > 1,
      run: () => align(edge),
    }),
  ),
  ...axes.map(
    ([axis, title, key]): Action => ({
      id: `distribute-${axis}`,
      title,
      group: 'Arrange',
      keys: [key],
      onCanvas: true,
      menu: ['entity', 'note'],
      when: () => freeBoxes().length > 2,
      run: () => distribute(axis),
    }),
  ),
  {
    id: 'tidy',
    title: 'Tidy up the layout',
    words: 'auto layout selection',
    group: 'Arrange',
    keys: ['Shift Alt T'],
    menu: ['canvas', 'entity'],
    run: tidy,
  },
  {
    id: 'collapse',
    title: 'Collapse groups and accounts',
    words: 'fold frames OU',
    group: 'Arrange',
    keys: ['Shift Alt G'],
    menu: ['entity', 'canvas'],
    when: ({ document }) => canChange(document, true),
    run: () => collapseSelected(true),
  },
  {
    id: 'expand',
    title: 'Expand groups and accounts',
    words: 'unfold frames OU',
    group: 'Arrange',
    keys: ['Alt G'],
    menu: ['entity', 'canvas'],
    when: ({ document }) => canChange(document, false),
    run: () => collapseSelected(false),
  },
  ...arrows.flatMap(([to, key, x, y]): Action[] => [
    {
      id: `nudge-${to}`,
      title: `Move ${to} by ${small}`,
      group: 'Arrange',
      keys: [key],
      onCanvas: true,
      when: something,
      run: () => nudge(x * small, y * small),
    },
    {
      id: `nudge-far-${to}`,
      title: `Move ${to} by ${large}`,
      group: 'Arrange',
      keys: [`Shift ${key}`],
      onCanvas: true,
      when: something,
      run: () => nudge(x * large, y * large),
    },
  ]),
]
