import { fitEverything, fitNodes, zoomIn, zoomOut, zoomTo100 } from '../canvas/canvas-view.ts'
import { enterContainer, goAlong, leaveContainer } from '../canvas/go-along.ts'
import { useTheme } from '../design/theme.ts'
import { showTab } from '../lessons/sidebar-tab.ts'
import { toggleHistory } from '../history-panel/history-state.ts'
import { cycleRegion, focusRegion } from '../shell/regions.ts'
import { useMessages } from '../ui/messages.ts'
import { selectedEntity } from '../workspace/selection.ts'
import { toggleFocusMode, useSettings } from '../workspace/settings.ts'
import { type AccessMode, setAccessMode, useWorkspace, type Workspace } from '../workspace/workspace.ts'
import type { Action } from './action.ts'
import { openPalette } from '../palette/palette-state.ts'
import { toggleProblems } from '../problems/problems-panel-state.ts'

const modes: readonly (readonly [AccessMode, string])[] = [
  ['all', 'Show all access lines'],
  ['selection', 'Show the access lines of the selection'],
  ['off', 'Show no access lines'],
]

function nextMode() {
  const order = ['off', 'selection', 'all'] as const
  const next = order[(order.indexOf(useWorkspace.getState().accessMode) + 1) % order.length] ?? 'all'
  setAccessMode(next)
  useMessages.getState().say(modes.find(([mode]) => mode === next)?.[1] ?? '')
}

const inInspector = () => document.activeElement?.closest('[data-region="inspector"]') != null

function fitSelection() {
  const { selection } = useWorkspace.getState()
  if (selection.kind === 'entities') fitNodes([...selection.ids, ...(selection.notes ?? [])])
  else if (selection.kind === 'access') fitNodes([selection.question.principal, selection.question.resource])
  else if (selection.kind === 'link') fitNodes([selection.link.source, selection.link.target])
}

const oneEntity = ({ selection }: Workspace) => selectedEntity(selection) !== undefined

const along = [
  ['left', 'ArrowLeft'],
  ['right', 'ArrowRight'],
  ['up', 'ArrowUp'],
  ['down', 'ArrowDown'],
] as const

export const viewActions: readonly Action[] = [
  {
    id: 'palette',
    title: 'Search all commands',
    group: 'Help',
    keys: ['Mod K', 'Mod Shift P'],
    whileTyping: true,
    run: () => openPalette('commands'),
  },
  {
    id: 'problems',
    title: 'Show or hide the problems',
    words: 'lint check warnings errors suggestions',
    group: 'View',
    keys: ['Mod Shift M'],
    whileTyping: true,
    run: toggleProblems,
  },
  {
    id: 'search',
    title: 'Find on the canvas',
    words: 'search jump go to user role policy resource',
    group: 'Go to',
    keys: ['Mod F'],
    menu: ['canvas'],
    run: () => openPalette('things'),
  },
  { id: 'zoom-in', title: 'Zoom in', group: 'View', keys: ['+', '='], onCanvas: true, run: zoomIn },
  { id: 'zoom-out', title: 'Zoom out', group: 'View', keys: ['-'], onCanvas: true, run: zoomOut },
  {
    id: 'zoom-100',
    title: 'Zoom to 100 %',
    group: 'View',
    keys: ['Shift 0', 'Mod 0'],
    onCanvas: true,
    run: zoomTo100,
  },
  {
    id: 'fit',
    title: 'Show everything',
    words: 'fit zoom',
    group: 'View',
    keys: ['Shift 1'],
    onCanvas: true,
    menu: ['canvas'],
    run: fitEverything,
  },
  {
    id: 'fit-selection',
    title: 'Show the selection',
    words: 'fit zoom',
    group: 'View',
    keys: ['Shift 2'],
    onCanvas: true,
    menu: ['line'],
    when: ({ selection }) => selection.kind !== 'none',
    run: fitSelection,
  },
  {
    id: 'access-mode',
    title: 'Next kind of access lines: none, selection, all',
    group: 'View',
    keys: ['A'],
    onCanvas: true,
    run: nextMode,
  },
  ...modes.map(
    ([mode, title]): Action => ({
      id: `access-${mode}`,
      title,
      group: 'View',
      menu: ['canvas'],
      when: ({ accessMode }) => accessMode !== mode,
      run: () => setAccessMode(mode),
    }),
  ),
  {
    id: 'focus-mode',
    title: 'Canvas alone, or with everything around it',
    words: 'focus full screen hide panels',
    group: 'View',
    keys: ['Mod .'],
    whileTyping: true,
    run: toggleFocusMode,
  },
  {
    id: 'dark-mode',
    title: 'Dark or light theme',
    words: 'appearance colours',
    group: 'View',
    keys: ['Shift Alt D'],
    run: () => useTheme.getState().toggle(),
  },
  {
    id: 'history',
    title: 'Show or hide the history',
    words: 'undo steps time travel',
    group: 'View',
    keys: ['H'],
    onCanvas: true,
    run: toggleHistory,
  },
  {
    id: 'left-panel',
    title: 'Show or hide the left panel',
    group: 'View',
    run: () => useSettings.setState(({ sidebar }) => ({ sidebar: !sidebar })),
  },
  {
    id: 'inspector-panel',
    title: 'Show or hide the inspector',
    group: 'View',
    run: () => useSettings.setState(({ inspector }) => ({ inspector: !inspector })),
  },
  {
    id: 'open-inspector',
    title: 'Between canvas and inspector',
    group: 'Go to',
    keys: ['Mod Enter'],
    whileTyping: true,
    menu: ['entity', 'line'],
    run: () => void focusRegion(inInspector() ? 'canvas' : 'inspector'),
  },
  {
    id: 'next-region',
    title: 'Next part of the page',
    group: 'Go to',
    keys: ['F6'],
    whileTyping: true,
    run: () => cycleRegion(false),
  },
  {
    id: 'previous-region',
    title: 'Previous part of the page',
    group: 'Go to',
    keys: ['Shift F6'],
    whileTyping: true,
    run: () => cycleRegion(true),
  },
  ...along.map(
    ([to, key]): Action => ({
      id: `along-${to}`,
      title: `Follow a line ${to}`,
      group: 'Go to',
      keys: [`Alt ${key}`],
      onCanvas: true,
      when: oneEntity,
      run: () => goAlong(to),
    }),
  ),
  {
    id: 'enter-container',
    title: 'Into the group: its first member',
    group: 'Go to',
    keys: ['Mod Shift ArrowDown'],
    onCanvas: true,
    when: oneEntity,
    run: enterContainer,
  },
  {
    id: 'leave-container',
    title: 'Out of the member: its group',
    group: 'Go to',
    keys: ['Mod Shift ArrowUp'],
    onCanvas: true,
    when: oneEntity,
    run: leaveContainer,
  },
  {
    id: 'learn',
    title: 'Lessons, examples and words',
    group: 'Help',
    run: () => {
      useSettings.setState({ sidebar: true })
      showTab('learn')
      // The panel may only now be drawn, and with it the tab that is to have the focus.
      setTimeout(() => focusRegion('palette'))
    },
  },
  {
    id: 'repeat-announcement',
    title: 'Repeat the last message',
    group: 'Help',
    keys: ['Alt R'],
    run: () => useMessages.getState().repeat(),
  },
]
