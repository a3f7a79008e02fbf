import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { json } from '@codemirror/lang-json'
import {
  bracketMatching,
  foldGutter,
  foldKeymap,
  HighlightStyle,
  indentOnInput,
  indentUnit,
  syntaxHighlighting,
} from '@codemirror/language'
import { lintKeymap } from '@codemirror/lint'
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search'
import { EditorState, type Extension } from '@codemirror/state'
import {
  drawSelection,
  EditorView,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from '@codemirror/view'
import { tags } from '@lezer/highlight'
import { autoClose } from './auto-close.ts'
import { policyCompletion } from './completion.ts'
import { escape } from './escape.ts'
import { formatKey } from './format-policy.ts'
import { policyHover, referenceKey } from './hover.ts'
import { policyMarks } from './marks.ts'
import { quickFix } from './quick-fix.ts'
import { noDiagnostics } from './shown-diagnostics.ts'
import { editorTheme } from './theme.ts'

const colours = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--code-key)' },
  { tag: tags.string, color: 'var(--code-string)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--code-number)' },
  { tag: [tags.punctuation, tags.separator, tags.bracket], color: 'var(--code-punctuation)' },
])

// Marks that turn the direction of text are shown, not obeyed: a policy reads from left to right.
const directionMarks = /[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g

// The app goes from the editor to the canvas with one, and shows its own list of problems with the other.
const appKeys = new Set(['Mod-Enter', 'Mod-Shift-m'])

/** Everything the policy editor is made of. Tab is left alone, so that it leads out of the editor. */
export const editorExtensions: readonly Extension[] = [
  policyMarks,
  lineNumbers(),
  foldGutter({ openText: '▾', closedText: '▸' }),
  noDiagnostics,
  highlightActiveLineGutter(),
  highlightSpecialChars({ addSpecialChars: directionMarks }),
  history(),
  drawSelection(),
  indentOnInput(),
  indentUnit.of('  '),
  EditorState.tabSize.of(2),
  bracketMatching(),
  autoClose,
  highlightSelectionMatches(),
  search({ top: true }),
  escape,
  quickFix,
  formatKey,
  policyHover,
  referenceKey,
  policyCompletion,
  json(),
  syntaxHighlighting(colours),
  editorTheme,
  EditorView.contentAttributes.of({
    'aria-description':
      'Policy in JSON. Tab leaves the editor. Shift F1 explains what stands at the cursor. F8 goes to the next remark, Control and dot mends it.',
    // A place that scrolls must be reachable, and not every tool counts `contenteditable` as that.
    tabindex: '0',
    spellcheck: 'false',
    autocapitalize: 'off',
    autocorrect: 'off',
  }),
  keymap.of([
    ...defaultKeymap.filter(({ key }) => !appKeys.has(key ?? '')),
    ...historyKeymap,
    ...searchKeymap,
    ...foldKeymap,
    ...lintKeymap.filter(({ key }) => !appKeys.has(key ?? '')),
  ]),
]
