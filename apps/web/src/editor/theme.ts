import { EditorView } from '@codemirror/view'

const tinted = (ground: string) => `color-mix(in srgb, ${ground} 65%, var(--node))`

const wave = (width: string) => ({
  backgroundImage: 'none',
  paddingBottom: '0',
  textDecoration: `underline wavy var(--warning) ${width}`,
  textUnderlineOffset: '3px',
})

const sign = (text: string) => ({
  content: 'normal',
  width: 'auto',
  height: 'auto',
  '&::before': { content: `"${text}"`, color: 'var(--warning)', fontWeight: '700' },
})

const field = {
  border: '1px solid var(--control-edge)',
  borderRadius: '6px',
  backgroundColor: 'var(--node)',
  color: 'var(--ink-1)',
}

const lines = {
  '.cm-determining.cm-statement-allow': { backgroundColor: tinted('var(--allow-ground)') },
  '.cm-determining.cm-statement-deny': { backgroundColor: tinted('var(--deny-ground)') },
  '.cm-determining.cm-statement-depends': { backgroundColor: tinted('var(--conditional-ground)') },
  // On a tinted ground the quiet ink of line numbers would be too faint to read.
  '.cm-lineNumbers .cm-determining': { color: 'var(--ink-2)' },
  // The signs are the first gutter, so the bar runs along the editor's edge.
  '.cm-signs .cm-statement-allow': { boxShadow: 'inset 3px 0 0 var(--allow)' },
  '.cm-signs .cm-statement-deny': { boxShadow: 'inset 3px 0 0 var(--deny)' },
  '.cm-signs .cm-statement-depends': { boxShadow: 'inset 3px 0 0 var(--conditional)' },
}

const boxes = {
  '.cm-hit': { padding: '0 1px', borderRadius: '4px' },
  '.cm-hit-allow': { backgroundColor: 'var(--allow-mark)', boxShadow: '0 0 0 1px var(--allow)' },
  '.cm-hit-deny': { backgroundColor: 'var(--deny-mark)', boxShadow: '0 0 0 1px var(--deny)' },
  '.cm-hit-depends': {
    backgroundColor: 'var(--conditional-ground)',
    outline: '1px dashed var(--conditional)',
    outlineOffset: '0',
  },
  '.cm-miss': { textDecoration: 'underline dotted var(--implicit) 2px', textUnderlineOffset: '3px' },
}

const gutters = {
  // Opaque: the text slides under it when it is scrolled sideways.
  '.cm-gutters': { backgroundColor: 'var(--node)', border: 'none', color: 'var(--ink-3)' },
  '.cm-lineNumbers .cm-gutterElement': { minWidth: '24px', padding: '0 4px 0 2px' },
  '.cm-activeLineGutter': { color: 'var(--ink-1)' },
  '.cm-activeLineGutter:not(.cm-determining)': { backgroundColor: 'transparent' },
  '.cm-foldGutter .cm-gutterElement': { width: '12px', cursor: 'pointer' },
  '.cm-signs': { width: '20px' },
  '.cm-signs .cm-gutterElement': { paddingLeft: '5px', textAlign: 'center', fontWeight: '700' },
  '.cm-sign-allow': { color: 'var(--allow)' },
  '.cm-sign-deny': { color: 'var(--deny)' },
  '.cm-sign-failed, .cm-sign-unevaluated': { color: 'var(--implicit)' },
  '.cm-sign-depends': { color: 'var(--conditional)' },
  '.cm-gutter-lint': { width: '10px' },
  '&:not(.cm-remarked) .cm-gutter-lint': { display: 'none' },
  '.cm-gutter-lint .cm-gutterElement': { padding: '0' },
  '.cm-lint-marker-error': sign('✕'),
  '.cm-lint-marker-warning': sign('!'),
  '.cm-lint-marker-info': {
    ...sign('i'),
    '&::before': { content: '"i"', color: 'var(--ink-3)', fontWeight: '700' },
  },
}

const remarks = {
  '.cm-lintRange-error': wave('2px'),
  '.cm-lintRange-warning': wave('1px'),
  '.cm-lintRange-info': { ...wave('1px'), textDecoration: 'underline dotted var(--ink-3) 1px' },
  '.cm-lintPoint::after': { borderBottomColor: 'var(--warning)' },
  '.cm-diagnostic': { padding: '8px 12px', borderLeft: '3px solid var(--warning)', whiteSpace: 'normal' },
  '.cm-diagnostic-info': { borderLeftColor: 'var(--ink-3)' },
  '.cm-remark p': { margin: '0 0 4px', overflowWrap: 'anywhere' },
  '.cm-remark-why': { color: 'var(--ink-2)' },
  '.cm-remark a': { color: 'var(--accent)' },
  '.cm-diagnosticAction': {
    minHeight: '26px',
    margin: '4px 8px 2px 0',
    padding: '2px 10px',
    borderRadius: '6px',
    backgroundColor: 'var(--accent)',
    color: 'var(--on-accent)',
    fontSize: '12px',
  },
  '.cm-panel.cm-panel-lint ul [aria-selected]': {
    backgroundColor: 'var(--accent-ground)',
    color: 'var(--ink-1)',
  },
  '.cm-tooltip': {
    maxWidth: '340px',
    border: '1px solid var(--hairline)',
    borderRadius: '8px',
    overflow: 'hidden',
    backgroundColor: 'var(--panel)',
    color: 'var(--ink-1)',
    boxShadow: 'var(--shadow-raised)',
    fontFamily: 'var(--font)',
    fontSize: '12.5px',
  },
}

const completing = {
  '.cm-tooltip.cm-tooltip-autocomplete': { maxWidth: 'none' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': {
    minWidth: '220px',
    maxWidth: '340px',
    maxHeight: '260px',
    fontFamily: 'var(--font-code)',
    fontSize: '12px',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': {
    display: 'flex',
    alignItems: 'center',
    gap: '10px',
    minHeight: '24px',
    padding: '2px 10px',
    overflow: 'hidden',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'var(--accent-ground)',
    color: 'var(--ink-1)',
  },
  '.cm-completionLabel': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '700', color: 'var(--accent)' },
  '.cm-completionDetail': {
    flex: 'none',
    maxWidth: '130px',
    marginLeft: 'auto',
    overflow: 'hidden',
    color: 'var(--ink-3)',
    fontFamily: 'var(--font)',
    fontSize: '11.5px',
    fontStyle: 'normal',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  '.cm-completionInfo': { maxWidth: '280px', padding: '8px 12px', fontFamily: 'var(--font)' },
  '.cm-explained': { padding: '8px 12px', overflowWrap: 'anywhere' },
  '.cm-explained strong': { fontFamily: 'var(--font-code)', fontSize: '12px' },
  '.cm-explained p': { margin: '4px 0 0' },
  '.cm-explained dl': {
    display: 'grid',
    gridTemplateColumns: 'max-content 1fr',
    gap: '1px 12px',
    margin: '6px 0 0',
    fontSize: '12px',
  },
  '.cm-explained dt': { color: 'var(--ink-2)' },
  '.cm-explained a': { display: 'inline-block', marginTop: '6px', color: 'var(--accent)' },
  '.cm-explained button': {
    display: 'block',
    minHeight: '24px',
    marginTop: '4px',
    padding: 0,
    border: 0,
    background: 'none',
    color: 'var(--accent)',
    font: 'inherit',
    cursor: 'pointer',
  },
  '.cm-explained button:hover': { textDecoration: 'underline' },
  '.cm-completionInfo a': { color: 'var(--accent)' },
}

const searching = {
  '.cm-selectionMatch': { backgroundColor: 'var(--accent-ground)' },
  '.cm-searchMatch': { backgroundColor: 'var(--selection)', borderRadius: '2px' },
  '.cm-searchMatch-selected': { backgroundColor: 'var(--selection)', outline: '2px solid var(--accent)' },
  '.cm-panels': { backgroundColor: 'var(--panel)', color: 'var(--ink-1)' },
  '.cm-panels.cm-panels-top': { borderBottom: '1px solid var(--hairline)' },
  '.cm-panel.cm-search': { padding: '8px 24px 8px 8px', fontFamily: 'var(--font)', fontSize: '12.5px' },
  '.cm-panel.cm-search label': { display: 'inline-flex', alignItems: 'center', gap: '2px', fontSize: '12px' },
  '.cm-panel.cm-search input[type=checkbox]': { accentColor: 'var(--accent)' },
  '.cm-textfield': { ...field, padding: '3px 8px', fontSize: '12.5px' },
  '.cm-button': { ...field, padding: '3px 8px', fontSize: '12px', backgroundImage: 'none' },
  '.cm-button:active': { backgroundColor: 'var(--hover)', backgroundImage: 'none' },
}

/** All colours by custom property, so that light and dark need no theme of their own. */
export const editorTheme = EditorView.theme({
  '&': { fontSize: '12px', maxHeight: '420px', backgroundColor: 'var(--node)', color: 'var(--ink-1)' },
  '&.cm-focused': { outline: '2px solid var(--accent)', outlineOffset: '-2px' },
  '.cm-scroller': { fontFamily: 'var(--font-code)', lineHeight: '19px', fontVariantLigatures: 'none' },
  '.cm-content': { padding: '8px 0', caretColor: 'var(--ink-1)' },
  '.cm-line': { padding: '0 12px 0 4px' },
  '.cm-cursor': { borderLeftColor: 'var(--ink-1)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'var(--selection)',
  },
  '&.cm-focused .cm-matchingBracket': {
    backgroundColor: 'var(--accent-ground)',
    outline: '1px solid var(--accent)',
  },
  '&.cm-focused .cm-nonmatchingBracket': { backgroundColor: 'var(--warning-ground)' },
  '.cm-specialChar': { color: 'var(--warning)' },
  '.cm-foldPlaceholder': {
    border: '1px solid var(--hairline)',
    backgroundColor: 'var(--hover)',
    color: 'var(--ink-2)',
  },
  ...gutters,
  ...lines,
  ...boxes,
  ...remarks,
  ...completing,
  ...searching,
})
