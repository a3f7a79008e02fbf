import type { Diagnostic, Mark, TextRange } from '@iam-canvas/core'
import { Compartment, EditorState, Transaction } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { useEffect, useRef } from 'react'
import { editorExtensions } from './extensions.ts'
import { setMarks } from './marks.ts'
import { minimalChange } from './minimal-change.ts'
import styles from './PolicyEditor.module.css'
import { showDiagnostics } from './shown-diagnostics.ts'

interface PolicyEditorProps {
  readonly label: string
  readonly text: string
  readonly readOnly: boolean
  /** What lights up. `undefined` leaves the marks that are there: they move along with what is typed. */
  readonly marks: readonly Mark[] | undefined
  readonly diagnostics: readonly Diagnostic[]
  readonly onChange: (text: string) => void
  /** A place to bring into view. */
  readonly revealAt?: TextRange
}

/** The policy editor: CodeMirror with JSON, our marks and our diagnostics. Loaded when it is first needed. */
export default function PolicyEditor({
  label,
  text,
  readOnly,
  marks,
  diagnostics,
  onChange,
  revealAt,
}: PolicyEditorProps) {
  const host = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView>(undefined)
  const locked = useRef(new Compartment())
  // The view lives as long as the component, and calls whatever handler is current.
  const handler = useRef(onChange)
  const outside = useRef(false)
  useEffect(() => {
    handler.current = onChange
  }, [onChange])

  const first = useRef({ text, label })
  useEffect(() => {
    if (!host.current) return undefined
    const editor = new EditorView({
      parent: host.current,
      state: EditorState.create({
        doc: first.current.text,
        extensions: [
          ...editorExtensions(first.current.label),
          locked.current.of([]),
          EditorView.updateListener.of(update => {
            if (update.docChanged && !outside.current) handler.current(update.state.doc.toString())
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

  useEffect(() => {
    view.current?.dispatch({
      effects: locked.current.reconfigure([
        EditorState.readOnly.of(readOnly),
        EditorView.editable.of(!readOnly),
      ]),
    })
  }, [readOnly])

  // A text from outside (undo, another tab of the inspector) replaces only what differs, and is not an edit: it is
  // not told back, and the editor's own undo, which is of what was typed here, leaves it alone.
  useEffect(() => {
    const editor = view.current
    const change = editor && minimalChange(editor.state.doc.toString(), text)
    if (!editor || !change) return
    outside.current = true
    editor.dispatch({ changes: change, annotations: Transaction.addToHistory.of(false) })
    outside.current = false
  }, [text])

  useEffect(() => {
    const editor = view.current
    if (editor) editor.dispatch(showDiagnostics(editor.state, diagnostics))
  }, [diagnostics])

  useEffect(() => {
    if (marks) view.current?.dispatch({ effects: setMarks.of(marks) })
  }, [marks])

  useEffect(() => {
    const editor = view.current
    if (!editor || !revealAt || revealAt.from > editor.state.doc.length) return
    editor.dispatch({ effects: EditorView.scrollIntoView(revealAt.from, { y: 'center' }) })
  }, [revealAt])

  return <div ref={host} className={styles.editor} dir="ltr" />
}
