import { openConcept } from '../concepts/concept-state.ts'
import { selectedConcept } from '../concepts/concept-of.ts'
import { openNotices } from '../notices/notices-state.ts'
import { openReference } from '../reference/reference-state.ts'
import { openShortcuts } from '../shell/shortcuts-state.ts'
import { useWorkspace } from '../workspace/workspace.ts'
import type { Action } from './action.ts'

export const helpActions: readonly Action[] = [
  {
    id: 'explain-word',
    title: 'What is this?',
    words: 'explain concept word learn',
    group: 'Help',
    keys: ['Shift F1'],
    menu: ['entity', 'line'],
    when: workspace => selectedConcept(workspace) !== undefined,
    run: explainSelection,
  },
  {
    id: 'reference',
    title: 'AWS reference: actions, services, condition keys',
    words: 'search what does it do arn resource types documentation levels iam vocabulary',
    group: 'Help',
    run: () => openReference(),
  },
  {
    id: 'shortcuts',
    title: 'Keyboard shortcuts',
    words: 'help keys',
    group: 'Help',
    keys: ['?', 'F1'],
    run: openShortcuts,
  },
  {
    id: 'notices',
    title: 'Third-party notices',
    words: 'licences licenses open source about data version',
    group: 'Help',
    run: openNotices,
  },
]

/** Beside what has the focus, which is the node or line that was asked about. */
function explainSelection() {
  const concept = selectedConcept(useWorkspace.getState())
  const anchor = document.activeElement
  if (concept && (anchor instanceof HTMLElement || anchor instanceof SVGElement))
    openConcept(concept, anchor, true)
}
