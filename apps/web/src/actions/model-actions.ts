import { chooseFile } from '../open/open-file.ts'
import { openEmpty, openExample } from '../open/open-models.ts'
import { saveToFile } from '../open/save-file.ts'
import { exportPicture, shareLink } from '../share/share-state.ts'
import { openStartPage } from '../start/start-state.ts'
import { openVersions } from '../versions/versions-state.ts'
import type { Action } from './action.ts'

export const modelActions: readonly Action[] = [
  {
    id: 'save',
    title: 'Save to a file',
    words: 'download export',
    group: 'Model',
    keys: ['Mod S'],
    whileTyping: true,
    run: saveToFile,
  },
  {
    id: 'open',
    title: 'Open a file …',
    words: 'import account dump',
    group: 'Model',
    keys: ['Mod O'],
    whileTyping: true,
    run: chooseFile,
  },
  {
    id: 'start-page',
    title: 'All models',
    words: 'start page search rename duplicate delete switch template',
    group: 'Model',
    keys: ['Mod Shift O'],
    whileTyping: true,
    run: openStartPage,
  },
  {
    id: 'versions',
    title: 'Versions …',
    words: 'name keep snapshot restore go back compare',
    group: 'Model',
    run: openVersions,
  },
  {
    id: 'share-link',
    title: 'Share as a link …',
    words: 'copy url address',
    group: 'Model',
    run: shareLink,
  },
  {
    id: 'export-picture',
    title: 'Export picture …',
    words: 'svg png image download',
    group: 'Model',
    keys: ['Mod Shift E'],
    whileTyping: true,
    run: exportPicture,
  },
  { id: 'new-empty', title: 'New empty model', group: 'Model', run: () => void openEmpty() },
  { id: 'new-example', title: 'New model from the example', group: 'Model', run: () => void openExample() },
]
