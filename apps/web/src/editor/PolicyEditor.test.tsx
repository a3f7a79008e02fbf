import type { Diagnostic, Mark } from '@iam-canvas/core'
import { redo, undo } from '@codemirror/commands'
import { forEachDiagnostic } from '@codemirror/lint'
import { openSearchPanel, searchPanelOpen } from '@codemirror/search'
import { EditorView } from '@codemirror/view'
import { act, type ComponentProps } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import PolicyEditor from './PolicyEditor.tsx'

type Props = ComponentProps<typeof PolicyEditor>

vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)

const policy = `{
  "Statement": [{
    "Effect": "Deny",
    "Action": "s3:Delete*"
  }, {
    "Effect": "Allow",
    "Action": "s3:*"
  }]
}`

let host: HTMLElement
let root: Root
let props: Props

beforeEach(() => {
  host = document.body.appendChild(document.createElement('div'))
  root = createRoot(host)
  props = {
    label: 'Policy text of P',
    text: policy,
    readOnly: false,
    marks: [],
    diagnostics: [],
    onChange: vi.fn(),
  }
})

afterEach(() => {
  act(() => root.unmount())
  host.remove()
})

function show(changed: Partial<Props> = {}): EditorView {
  props = { ...props, ...changed }
  act(() => root.render(<PolicyEditor {...props} />))
  const view = EditorView.findFromDOM(host)
  if (!view) throw new Error('there is no editor')
  return view
}

/** The mark of this piece of the text. */
function mark(piece: string, rest: Partial<Mark> = {}, text = policy): Mark {
  const from = text.indexOf(piece)
  return {
    from,
    to: from + piece.length,
    kind: 'pattern',
    effect: 'Deny',
    outcome: 'matched',
    determining: true,
    ...rest,
  }
}

const statement = (piece: string, rest: Partial<Mark> = {}) => mark(piece, { kind: 'statement', ...rest })

const denying = policy.slice(policy.indexOf('[{') + 1, policy.indexOf('}, {') + 1)
const allowing = policy.slice(policy.indexOf('}, {') + 3, policy.indexOf('}]') + 1)

const texts = (selector: string) => [...host.querySelectorAll(selector)].map(({ textContent }) => textContent)

const type = (view: EditorView, at: number, insert: string) =>
  act(() => view.dispatch({ changes: { from: at, insert }, userEvent: 'input.type' }))

it('shows the text under its label, also when the label changes', () => {
  const view = show()
  expect(view.state.doc.toString()).toBe(policy)
  expect(view.contentDOM.getAttribute('aria-label')).toBe('Policy text of P')
  expect(view.contentDOM.getAttribute('aria-description')).toContain('Tab leaves')
  expect(show({ label: 'Policy text of Q' })).toBe(view)
  expect(view.contentDOM.getAttribute('aria-label')).toBe('Policy text of Q')
})

it('tells what is typed, once', () => {
  const view = show()
  type(view, 0, ' ')
  expect(props.onChange).toHaveBeenCalledExactlyOnceWith(` ${policy}`)
})

it('takes a text from outside without telling it back, and keeps the cursor', () => {
  const view = show()
  act(() => view.dispatch({ selection: { anchor: policy.indexOf('s3:*') } }))
  const next = policy.replace('s3:Delete*', 's3:DeleteObject')
  show({ text: next })
  expect(view.state.doc.toString()).toBe(next)
  expect(view.state.selection.main.head).toBe(next.indexOf('s3:*'))
  expect(props.onChange).not.toHaveBeenCalled()
})

it('undoes what was typed and not what came from outside', () => {
  const view = show()
  type(view, 0, ' ')
  show({ text: ` ${policy}\n` })
  act(() => void undo(view))
  expect(view.state.doc.toString()).toBe(`${policy}\n`)
  expect(undo(view)).toBe(false)
  act(() => void redo(view))
  expect(view.state.doc.toString()).toBe(` ${policy}\n`)
})

it('keeps a text with carriage returns as it is until something is typed, and lights up its own words', () => {
  const crlf = policy.replaceAll('\n', '\r\n')
  const view = show({ text: crlf, marks: [mark('"s3:*"', {}, crlf)] })
  expect(props.onChange).not.toHaveBeenCalled()
  expect(texts('.cm-hit')).toEqual(['"s3:*"'])
  type(view, 0, ' ')
  expect(props.onChange).toHaveBeenCalledExactlyOnceWith(` ${policy}`)
  show({ text: ` ${policy}`, marks: undefined })
  expect(texts('.cm-hit')).toEqual(['"s3:*"'])
})

it('boxes what matched and underlines what kept a statement from matching', () => {
  show({
    marks: [mark('"s3:Delete*"'), mark('"s3:*"', { effect: 'Allow', outcome: 'failed', determining: false })],
  })
  expect(texts('.cm-hit-deny')).toEqual(['"s3:Delete*"'])
  expect(texts('.cm-miss')).toEqual(['"s3:*"'])
})

it('tints the lines of the statement that decides alone, and gives each statement a sign', () => {
  show({
    marks: [statement(denying), statement(allowing, { effect: 'Allow', determining: false })],
  })
  expect(texts('.cm-line.cm-determining').map(line => line?.trim())).toEqual([
    '"Effect": "Deny",',
    '"Action": "s3:Delete*"',
  ])
  expect(texts('.cm-signs span')).toEqual(['✕', '✓'])
})

it('shows one sign for a line, that of the statement that decides', () => {
  const text = '{"Statement":[{"Sid":"A"},{"Sid":"B"},{"Sid":"C"}]}'
  const of = (piece: string, rest: Partial<Mark>) => mark(piece, { kind: 'statement', ...rest }, text)
  show({
    text,
    marks: [
      of('{"Sid":"A"}', { effect: 'Allow', determining: false }),
      of('{"Sid":"B"}', { effect: 'Deny' }),
      of('{"Sid":"C"}', { effect: 'Allow', determining: false }),
    ],
  })
  expect(texts('.cm-signs span')).toEqual(['✕'])
})

it('moves marks with what is typed, also into new lines of a statement', () => {
  const view = show({ marks: [mark('"s3:Delete*"'), statement(denying)] })
  show({ marks: undefined })
  type(view, policy.indexOf('Delete'), 'Object')
  type(view, policy.indexOf('"Action"'), '"Sid": "Keep",\n')
  type(view, 0, '\n\n')
  expect(texts('.cm-hit')).toEqual(['"s3:ObjectDelete*"'])
  expect(texts('.cm-line.cm-determining')).toHaveLength(3)
})

it('replaces marks by new ones, and does nothing when they say the same', () => {
  const view = show({ marks: [mark('"s3:Delete*"')] })
  const before = view.state
  show({ marks: [mark('"s3:Delete*"')] })
  expect(view.state).toBe(before)
  show({ marks: [mark('"s3:*"', { outcome: 'depends' })] })
  expect(texts('.cm-hit-depends')).toEqual(['"s3:*"'])
  expect(texts('.cm-hit')).toHaveLength(1)
})

it('shows diagnostics where they are, those at the end of the text too', () => {
  const diagnostic = (from: number, to: number, message: string): Diagnostic => ({
    code: 'c',
    severity: 'error',
    at: '',
    message,
    range: { from, to },
  })
  const view = show({
    diagnostics: [diagnostic(0, 1, 'here'), diagnostic(policy.length, policy.length, 'end')],
  })
  const found: string[] = []
  forEachDiagnostic(view.state, ({ message }, from) => found.push(`${message} ${from}`))
  expect(found).toEqual(['here 0', `end ${policy.length}`])
  expect(host.querySelector('.cm-lint-marker-error')).not.toBeNull()
})

it('can be read and searched but not changed when it is read-only', () => {
  const view = show({ readOnly: true })
  expect(view.state.readOnly).toBe(true)
  expect(view.contentDOM.getAttribute('contenteditable')).toBe('false')
  expect(view.contentDOM.getAttribute('aria-readonly')).toBe('true')
  expect(view.contentDOM.tabIndex).toBe(0)
  show({ readOnly: false })
  expect(view.contentDOM.getAttribute('contenteditable')).toBe('true')
})

it('lets Escape out only when there was nothing in the editor to close', () => {
  const view = show()
  const heard = vi.fn()
  host.addEventListener('keydown', heard)
  const escape = (at: Element) =>
    act(
      () =>
        void at.dispatchEvent(
          new KeyboardEvent('keydown', { key: 'Escape', keyCode: 27, bubbles: true, cancelable: true }),
        ),
    )
  act(() => void openSearchPanel(view))
  escape(view.contentDOM)
  expect(searchPanelOpen(view.state)).toBe(false)
  expect(heard).not.toHaveBeenCalled()
  act(() => void openSearchPanel(view))
  const field = host.querySelector('.cm-search input')
  if (field) escape(field)
  expect(searchPanelOpen(view.state)).toBe(false)
  expect(heard).not.toHaveBeenCalled()
  escape(view.contentDOM)
  expect(heard).toHaveBeenCalledOnce()
})

it('leaves Tab to the page', () => {
  const view = show()
  const tab = new KeyboardEvent('keydown', { key: 'Tab', keyCode: 9, bubbles: true, cancelable: true })
  view.contentDOM.dispatchEvent(tab)
  expect(tab.defaultPrevented).toBe(false)
  expect(view.state.doc.toString()).toBe(policy)
})

it('shows control characters and characters that turn the direction of text', () => {
  show({ text: '{"Sid": "a\u0007b\u202ec"}' })
  expect(texts('.cm-specialChar')).toHaveLength(2)
})

it('draws only what can be seen of a text of 10,000 lines', () => {
  const lines = Array.from({ length: 10_000 }, (_, line) => `"s3:Get${line}"`)
  const text = `{"Statement": {"Action": [\n${lines.join(',\n')}]}}`
  const view = show({ text, marks: [mark(text.slice(14, -1), { kind: 'statement' }, text)] })
  expect(view.state.doc.lines).toBe(10_001)
  expect(texts('.cm-line').length).toBeLessThan(1000)
})
