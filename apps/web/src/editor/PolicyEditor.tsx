import type { Mark, TextRange } from '@iam-canvas/core'
import { minimalEdit } from '@iam-canvas/core/lint'
import { Compartment, EditorState, Transaction } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { useLayoutEffect, useMemo, useRef } from 'react'
import { editorExtensions } from './extensions.ts'
import { formatPolicy } from './format-policy.ts'
import { editorText } from './line-ends.ts'
import { setMarks, showsMarks } from './marks.ts'
import styles from './PolicyEditor.module.css'
import { type Vocabulary, vocabulary } from './vocabulary.ts'
import { changeLabel, type Remark, showDiagnostics } from './shown-diagnostics.ts'

interface PolicyEditorProps {
  readonly label: string
  readonly text: string
  readonly readOnly: boolean
  /** What lights up. `undefined` leaves the marks that are there: they move along with what is typed. */
  readonly marks: readonly Mark[] | undefined
  /** What is remarked on. `undefined` leaves the remarks that are there, as with marks. */
  readonly diagnostics: readonly Remark[] | undefined
  /** `label` says what was done, where that was more than typing. */
  readonly onChange: (text: string, label?: string) => void
  /** What the editor can offer and explain; without it, the grammar alone. */
  readonly words?: Vocabulary | undefined
  /** A place to go to, with the cursor and the focus. */
  readonly revealAt?: TextRange | undefined
  /** Called when that was done. */
  readonly onRevealed?: (() => void) | undefined
}

/**
 * The policy editor: CodeMirror with JSON, our marks and our diagnostics. `marks`, `diagnostics` and `revealAt` are
 * places in `text`. What is typed is told with `\n` at the line ends. Loaded when it is first needed.
 */
export default function PolicyEditor({
  label,
  text: original,
  readOnly,
  marks,
  diagnostics,
  onChange,
  words,
  revealAt,
  onRevealed,
}: PolicyEditorProps) {
  const host = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView>(undefined)
  const settings = useRef(new Compartment())
  const { text, at } = useMemo(() => editorText(original), [original])
  // The view lives as long as the component, and calls whatever handler is current.
  const handler = useRef(onChange)
  const outside = useRef(false)
  useLayoutEffect(() => {
    handler.current = onChange
  }, [onChange])

  // Layout effects, all of them: a text must not come late, when more has been typed already.
  const first = useRef(text)
  useLayoutEffect(() => {
    if (!host.current) return undefined
    const editor = new EditorView({
      parent: host.current,
      state: EditorState.create({
        doc: first.current,
        extensions: [
          ...editorExtensions,
          settings.current.of([]),
          EditorView.updateListener.of(update => {
            if (!update.docChanged || outside.current) return
            const label = update.transactions.map(made => made.annotation(changeLabel)).find(Boolean)
            const now = update.state.doc.toString()
            if (label === undefined) handler.current(now)
            else handler.current(now, label)
          }),
        ],
      }),
    })
    view.current = editor
    return () => {
      editor.destroy()
      view.current = undefined
    }
  }, [])

  useLayoutEffect(() => {
    view.current?.dispatch({
      effects: settings.current.reconfigure([
        EditorView.contentAttributes.of({ 'aria-label': label }),
        EditorState.readOnly.of(readOnly),
        EditorView.editable.of(!readOnly),
        ...(words ? [vocabulary.of(words)] : []),
      ]),
    })
  }, [label, readOnly, words])

  // A text from outside (undo, another tab of the inspector) replaces only what differs, and is not an edit: it is
  // not told back, and the editor's own undo, which is of what was typed here, leaves it alone.
  useLayoutEffect(() => {
    const editor = view.current
    const change = editor && minimalEdit(editor.state.doc.toString(), text)
    if (!editor || !change) return
    outside.current = true
    editor.dispatch({ changes: change, annotations: Transaction.addToHistory.of(false) })
    outside.current = false
  }, [text])

  useLayoutEffect(() => {
    const editor = view.current
    if (!editor || !diagnostics) return
    const placed = diagnostics.map(remark => ({
      ...remark,
      range: moved(remark.range, at),
      ...(remark.fix && {
        fix: { ...remark.fix, edits: remark.fix.edits.map(edit => ({ ...edit, ...moved(edit, at) })) },
      }),
    }))
    editor.dispatch(showDiagnostics(editor.state, placed))
  }, [diagnostics, at])

  useLayoutEffect(() => {
    const editor = view.current
    if (!editor || !marks) return
    const placed = marks.map(mark => ({ ...mark, ...moved(mark, at) }))
    if (!showsMarks(editor.state, placed)) editor.dispatch({ effects: setMarks.of(placed) })
  }, [marks, at])

  useLayoutEffect(() => {
    const editor = view.current
    if (!editor || !revealAt) return
    const { length } = editor.state.doc
    const { from, to } = moved(revealAt, at)
    if (from > length) return
    const selection = { anchor: from, head: Math.min(to, length) }
    editor.dispatch({ selection, effects: EditorView.scrollIntoView(from, { y: 'center' }) })
    editor.dom.scrollIntoView({ block: 'nearest' })
    editor.focus()
    onRevealed?.()
  }, [revealAt, at, onRevealed])

  return (
    <div className={styles.editor} dir="ltr">
      <div ref={host} />
      {!readOnly && (
        <button
          type="button"
          className={styles.format}
          title="Set the text in lines (Shift Alt F)"
          onClick={() => view.current && formatPolicy(view.current)}
        >
          Format
        </button>
      )}
    </div>
  )
}

const moved = ({ from, to }: TextRange, at: (offset: number) => number): TextRange => ({
  from: at(from),
  to: at(to),
})
