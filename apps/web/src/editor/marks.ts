import type { Mark } from '@iam-canvas/core'
import { RangeSet, type Range, StateEffect, StateField, type Text } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView, GutterMarker, gutter } from '@codemirror/view'

/** Replaces all marks. Between two of these the marks move along with what is typed. */
export const setMarks = StateEffect.define<readonly Mark[]>()

interface Shown {
  readonly text: DecorationSet
  readonly signs: RangeSet<GutterMarker>
}

const nothing: Shown = { text: Decoration.none, signs: RangeSet.empty }

const shownMarks = StateField.define<Shown>({
  create: () => nothing,
  update(shown, transaction) {
    let { text, signs } = shown
    if (transaction.docChanged) {
      text = text.map(transaction.changes)
      signs = signs.map(transaction.changes)
    }
    for (const effect of transaction.effects) {
      if (effect.is(setMarks)) return draw(effect.value, transaction.state.doc)
    }
    return text === shown.text && signs === shown.signs ? shown : { text, signs }
  },
  provide: field => EditorView.decorations.from(field, ({ text }) => text),
})

/** Marks as decorations of the text, and a sign for each statement in the gutter: colour never speaks alone. */
export const policyMarks = [
  shownMarks,
  gutter({ class: 'cm-signs', markers: view => view.state.field(shownMarks).signs }),
]

function draw(marks: readonly Mark[], doc: Text): Shown {
  const text: Range<Decoration>[] = []
  const signs: Range<GutterMarker>[] = []
  for (const mark of marks) {
    if (mark.from >= mark.to || mark.to > doc.length) continue
    if (mark.kind === 'statement') {
      drawStatement(mark, doc, text)
      signs.push(new StatementSign(mark).range(doc.lineAt(mark.from).from))
      continue
    }
    const name = boxClass(mark)
    if (name)
      text.push(
        Decoration.mark({ class: name, attributes: { title: titleOf(mark) } }).range(mark.from, mark.to),
      )
  }
  return { text: Decoration.set(text, true), signs: RangeSet.of(signs, true) }
}

const tone = ({ effect }: Mark) => (effect === 'Allow' ? 'allow' : 'deny')

/** The lines of a statement that decides are tinted; the others are left alone. */
function drawStatement(mark: Mark, doc: Text, into: Range<Decoration>[]) {
  if (!mark.determining) return
  const name = mark.outcome === 'depends' ? 'cm-statement-depends' : `cm-statement-${tone(mark)}`
  const line = Decoration.line({ class: `cm-statement ${name}` })
  for (let at = doc.lineAt(mark.from).number; at <= doc.lineAt(mark.to).number; at++)
    into.push(line.range(doc.line(at).from))
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

function titleOf({ outcome, kind }: Mark): string {
  const what = kind === 'condition' ? 'This condition' : 'This pattern'
  switch (outcome) {
    case 'matched':
      return `${what} matches the request`
    case 'depends':
      return `${what} depends on a key that is not known`
    default:
      return `${what} does not match the request`
  }
}

const signs: Readonly<Record<Mark['outcome'], string>> = {
  matched: '✓',
  failed: '○',
  depends: '?',
  unevaluated: '!',
}

class StatementSign extends GutterMarker {
  constructor(private readonly mark: Mark) {
    super()
  }

  override eq(other: GutterMarker): boolean {
    return (
      other instanceof StatementSign &&
      other.mark.outcome === this.mark.outcome &&
      other.mark.effect === this.mark.effect
    )
  }

  override toDOM(): Node {
    const sign = document.createElement('span')
    const denies = this.mark.effect === 'Deny' && this.mark.outcome === 'matched'
    sign.textContent = denies ? '✕' : signs[this.mark.outcome]
    sign.className = `cm-sign-${this.mark.outcome === 'matched' ? tone(this.mark) : this.mark.outcome}`
    sign.title = titleOf(this.mark).replace('pattern', 'statement')
    return sign
  }
}
