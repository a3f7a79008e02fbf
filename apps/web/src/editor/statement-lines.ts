import type { Mark } from '@iam-canvas/core'
import { type Range, RangeSet, RangeValue, type Text } from '@codemirror/state'
import { Decoration, type DecorationSet, GutterMarker } from '@codemirror/view'
import { statementClass, StatementSign, weightOf } from './statement-sign.ts'

/** A statement of the text. It moves with what is typed, and its lines are found anew from where it then stands. */
export class MarkedStatement extends RangeValue {
  constructor(readonly mark: Mark) {
    super()
    // What is typed before or after the braces is not part of the statement.
    this.startSide = 1
    this.endSide = -1
  }
}

export interface StatementLines {
  readonly lines: DecorationSet
  readonly gutter: RangeSet<GutterMarker>
  readonly signs: RangeSet<GutterMarker>
}

/**
 * The first and last line that belong to a statement alone. A line that it shares with its neighbours, as `}, {` or
 * `"Statement": [{`, is left out, unless there is no other.
 */
export function linesOf(doc: Text, from: number, to: number): { first: number; last: number } {
  const opening = doc.lineAt(from)
  const closing = doc.lineAt(to)
  const sharesOpening = opening.text.slice(0, from - opening.from).trim() !== ''
  const sharesClosing = !['', ','].includes(closing.text.slice(to - closing.from).trim())
  const first = opening.number + (sharesOpening ? 1 : 0)
  const last = closing.number - (sharesClosing ? 1 : 0)
  return first <= last ? { first, last } : { first: opening.number, last: closing.number }
}

/** Bars, tints and signs for the statements as they stand in this text. */
export function drawStatements(statements: RangeSet<MarkedStatement>, doc: Text): StatementLines {
  const lines: Range<Decoration>[] = []
  const gutter: Range<GutterMarker>[] = []
  // One sign to a line: all the statements of a policy without line breaks stand on the same.
  const signs = new Map<number, Mark>()
  for (let cursor = statements.iter(); cursor.value; cursor.next()) {
    const { mark } = cursor.value
    const { first, last } = linesOf(doc, cursor.from, cursor.to)
    const at = doc.line(first).from
    const rival = signs.get(at)
    if (!rival || weightOf(mark) > weightOf(rival)) signs.set(at, mark)
    const name = statementClass(mark)
    if (!name) continue
    const line = Decoration.line({ class: name })
    const beside = new GutterTint(name)
    for (let number = first; number <= last; number++) {
      const { from } = doc.line(number)
      lines.push(line.range(from))
      gutter.push(beside.range(from))
    }
  }
  return {
    lines: Decoration.set(lines, true),
    gutter: RangeSet.of(gutter, true),
    signs: RangeSet.of(
      [...signs].map(([at, mark]) => new StatementSign(mark).range(at)),
      true,
    ),
  }
}

class GutterTint extends GutterMarker {
  constructor(override readonly elementClass: string) {
    super()
  }

  override eq(other: GutterMarker): boolean {
    return other instanceof GutterTint && other.elementClass === this.elementClass
  }
}
