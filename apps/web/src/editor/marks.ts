import type { Mark } from '@iam-canvas/core'
import {
  type EditorState,
  type Extension,
  Prec,
  type Range,
  RangeSet,
  StateEffect,
  StateField,
  type Text,
} from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView, gutter, gutterLineClass } from '@codemirror/view'
import { drawStatements, MarkedStatement, type StatementLines } from './statement-lines.ts'
import { titleOf, tone } from './statement-sign.ts'

/** Replaces all marks. Between two of these the marks move along with what is typed. */
export const setMarks = StateEffect.define<readonly Mark[]>()

interface Shown extends StatementLines {
  /** The marks as they were set, while nothing has been typed since. */
  readonly given: readonly Mark[] | undefined
  readonly statements: RangeSet<MarkedStatement>
  readonly boxes: DecorationSet
}

const nothing: Shown = {
  given: [],
  statements: RangeSet.empty,
  boxes: Decoration.none,
  lines: Decoration.none,
  gutter: RangeSet.empty,
  signs: RangeSet.empty,
}

const shownMarks = StateField.define<Shown>({
  create: () => nothing,
  update(shown, { effects, docChanged, changes, newDoc }) {
    for (const effect of effects) if (effect.is(setMarks)) return draw(effect.value, newDoc)
    if (!docChanged || shown === nothing) return shown
    const statements = shown.statements.map(changes)
    return {
      given: undefined,
      statements,
      boxes: shown.boxes.map(changes),
      ...drawStatements(statements, newDoc),
    }
  },
  provide: field => [
    EditorView.decorations.from(field, ({ lines }) => lines),
    // The lowest stand outside: a match of the search inside a box must not cut the box in pieces.
    Prec.lowest(EditorView.decorations.from(field, ({ boxes }) => boxes)),
    gutterLineClass.from(field, shown => shown.gutter),
  ],
})

/** Whether these marks are what is shown, so that setting them would change nothing. */
export function showsMarks(state: EditorState, marks: readonly Mark[]): boolean {
  const { given } = state.field(shownMarks)
  return given?.length === marks.length && given.every((mark, index) => same(mark, marks[index]))
}

/** Marks as bars, tints and boxes, and a sign for each statement in a gutter. */
export const policyMarks: Extension = [
  shownMarks,
  gutter({ class: 'cm-signs', markers: view => view.state.field(shownMarks).signs }),
]

function draw(marks: readonly Mark[], doc: Text): Shown {
  // Most texts have no marks: what is typed into them leaves nothing to be drawn again.
  if (marks.length === 0) return nothing
  const statements: Range<MarkedStatement>[] = []
  const boxes: Range<Decoration>[] = []
  for (const mark of marks) {
    // Marks may be of a text that has grown shorter since; new ones are on their way.
    if (mark.from >= mark.to || mark.to > doc.length) continue
    if (mark.kind === 'statement') {
      statements.push(new MarkedStatement(mark).range(mark.from, mark.to))
      continue
    }
    const name = boxClass(mark)
    if (!name) continue
    const box = Decoration.mark({ class: name, attributes: { title: titleOf(mark) } })
    boxes.push(box.range(mark.from, mark.to))
  }
  const standing = RangeSet.of(statements, true)
  return {
    given: marks,
    statements: standing,
    boxes: Decoration.set(boxes, true),
    ...drawStatements(standing, doc),
  }
}

function boxClass(mark: Mark): string | undefined {
  // A whole element is marked by the patterns in it.
  if (mark.kind === 'element') return undefined
  switch (mark.outcome) {
    case 'matched':
      return `cm-hit cm-hit-${tone(mark)}`
    case 'depends':
      return 'cm-hit cm-hit-depends'
    case 'failed':
      return 'cm-miss'
    case 'unevaluated':
      return undefined
  }
}

const same = (mark: Mark, other: Mark | undefined): boolean =>
  mark.from === other?.from &&
  mark.to === other.to &&
  mark.kind === other.kind &&
  mark.effect === other.effect &&
  mark.outcome === other.outcome &&
  mark.determining === other.determining
