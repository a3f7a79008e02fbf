import { presets } from '../request/presets.ts'
import { showRequest } from '../request/request-panel.ts'
import { pinsOf } from '../workspace/document.ts'
import { pin } from '../workspace/changes.ts'
import type { Action } from './action.ts'

export const requestActions: readonly Action[] = [
  {
    id: 'request',
    title: 'Which request is asked about',
    words: 'context key condition mfa source ip region time tag',
    group: 'View',
    keys: ['X'],
    onCanvas: true,
    menu: ['canvas', 'line'],
    run: () => showRequest(true),
  },
  ...presets.map(
    ({ name, hint, pins }): Action => ({
      id: `request-${name}`,
      title: `Ask about a request: ${name}`,
      words: `context ${hint}`,
      group: 'View',
      run: () => pin(pins),
    }),
  ),
  {
    id: 'request-any',
    title: 'Ask about any request',
    words: 'context clear unknown',
    group: 'View',
    when: ({ document }) => Object.keys(pinsOf(document)).length > 0,
    run: () => pin({}),
  },
]
