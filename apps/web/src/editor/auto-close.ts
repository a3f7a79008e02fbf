import {
  EditorSelection,
  type EditorState,
  Prec,
  RangeSet,
  RangeValue,
  StateEffect,
  StateField,
  type Extension,
  type Transaction,
  type TransactionSpec,
} from '@codemirror/state'
import { EditorView, keymap } from '@codemirror/view'

const closerOf: Readonly<Record<string, string>> = { '{': '}', '[': ']', '"': '"' }
const closers = new Set(Object.values(closerOf))

const closed = StateEffect.define<readonly number[]>({
  map: (places, changes) => places.map(place => changes.mapPos(place)),
})

const self = new (class extends RangeValue {
  override startSide = 1
  override endSide = -1
})()

/** Closers that were put there unasked, and that typing the same character steps over. */
const closersPut = StateField.define<RangeSet<RangeValue>>({
  create: () => RangeSet.empty,
  update(put, transaction) {
    let now = put.map(transaction.changes)
    if (transaction.selection) {
      // Whoever goes to another line has accepted what stands there.
      const line = transaction.newDoc.lineAt(transaction.newSelection.main.head)
      now = now.update({ filter: from => from >= line.from && from <= line.to })
    }
    for (const effect of transaction.effects) {
      if (effect.is(closed))
        now = now.update({ add: effect.value.map(at => self.range(at, at + 1)), sort: true })
    }
    return now
  },
})

function wasPut(state: EditorState, at: number): boolean {
  let found = false
  state.field(closersPut).between(at, at + 1, from => {
    found ||= from === at
  })
  return found
}

/** JSON strings end on their line, so the quotes before on the same line tell. */
function insideString(state: EditorState, at: number): boolean {
  const line = state.doc.lineAt(at)
  return (
    (line.text
      .slice(0, at - line.from)
      .replaceAll(/\\./g, '')
      .match(/"/g)?.length ?? 0) %
      2 ===
    1
  )
}

/**
 * What typing this character does beyond itself: an opening brace, bracket or quote brings its closer, a closer that
 * came like that is stepped over, and a selection is put between the two. `undefined`: nothing, let it be typed.
 */
export function closeTyped(state: EditorState, typed: string): TransactionSpec | undefined {
  if (state.readOnly) return undefined
  const closer = closerOf[typed]
  if (
    closers.has(typed) &&
    state.selection.ranges.every(range => stepsOver(state, range.head, range.empty, typed))
  ) {
    return {
      selection: EditorSelection.create(
        state.selection.ranges.map(({ head }) => EditorSelection.cursor(head + 1)),
        state.selection.mainIndex,
      ),
      userEvent: 'input.type',
    }
  }
  if (closer && state.selection.ranges.every(({ empty }) => !empty))
    return wrapSelection(state, typed, closer)
  if (!closer || !state.selection.ranges.every(({ empty, head }) => empty && mayClose(state, head)))
    return undefined
  const put: number[] = []
  let added = 0
  for (const { head } of state.selection.ranges) {
    put.push(head + added + 1)
    added += 2
  }
  return {
    ...state.changeByRange(({ head }) => ({
      changes: { from: head, insert: typed + closer },
      range: EditorSelection.cursor(head + 1),
    })),
    effects: closed.of(put),
    userEvent: 'input.type',
    scrollIntoView: true,
  }
}

/** What is selected is kept, and stays selected between the two. */
const wrapSelection = (state: EditorState, opener: string, closer: string): TransactionSpec => ({
  ...state.changeByRange(({ anchor, head, from, to }) => ({
    changes: [
      { from, insert: opener },
      { from: to, insert: closer },
    ],
    range: EditorSelection.range(anchor + 1, head + 1),
  })),
  userEvent: 'input.type',
  scrollIntoView: true,
})

const stepsOver = (state: EditorState, at: number, empty: boolean, typed: string): boolean =>
  empty && state.sliceDoc(at, at + 1) === typed && wasPut(state, at)

/** Only where nothing follows that the closer would stand in front of, and never in the middle of a string. */
const mayClose = (state: EditorState, at: number): boolean =>
  /^[\s,\]}]?$/.test(state.sliceDoc(at, at + 1)) && !insideString(state, at)

/** Backspace between an opener and its closer takes both. `undefined` where that is not so. */
export function deletePair(state: EditorState): Transaction | undefined {
  if (state.readOnly) return undefined
  const between = state.selection.ranges.every(
    ({ empty, head }) =>
      empty && head > 0 && closerOf[state.sliceDoc(head - 1, head)] === state.sliceDoc(head, head + 1),
  )
  if (!between) return undefined
  return state.update(
    state.changeByRange(({ head }) => ({
      changes: { from: head - 1, to: head + 1 },
      range: EditorSelection.cursor(head - 1),
    })),
    { userEvent: 'delete.backward', scrollIntoView: true },
  )
}

/** Braces, brackets and quotes close themselves. */
export const autoClose: Extension = [
  closersPut,
  EditorView.inputHandler.of((view, from, to, text) => {
    const { main } = view.state.selection
    if (view.composing || text.length !== 1 || from !== main.from || to !== main.to) return false
    const spec = closeTyped(view.state, text)
    if (!spec) return false
    view.dispatch(spec)
    return true
  }),
  Prec.high(
    keymap.of([
      {
        key: 'Backspace',
        run: view => {
          const transaction = deletePair(view.state)
          if (transaction) view.dispatch(transaction)
          return transaction !== undefined
        },
      },
    ]),
  ),
]
