import type { Mark } from '@iam-canvas/core'
import { GutterMarker } from '@codemirror/view'

export const tone = ({ effect }: Mark): 'allow' | 'deny' => (effect === 'Allow' ? 'allow' : 'deny')

/**
 * A statement that took part has a bar beside its lines; only one that the decision rests on is tinted. One that did
 * not match is left alone.
 */
export function statementClass(mark: Mark): string | undefined {
  switch (mark.outcome) {
    case 'matched':
      return `cm-statement cm-statement-${tone(mark)}${mark.determining ? ' cm-determining' : ''}`
    case 'depends':
      return `cm-statement cm-statement-depends${mark.determining ? ' cm-determining' : ''}`
    default:
      return undefined
  }
}

const signs: Readonly<Record<Mark['outcome'], string>> = {
  matched: '✓',
  failed: '○',
  depends: '?',
  unevaluated: '!',
}

const sentences: Readonly<Record<Mark['outcome'], string>> = {
  matched: 'matches the request',
  failed: 'does not match the request',
  depends: 'depends on a key that is not known',
  unevaluated: 'cannot be evaluated',
}

/** What a mark says, for those who cannot tell it from its colour. */
export function titleOf({ kind, outcome }: Pick<Mark, 'kind' | 'outcome'>): string {
  return `This ${kind} ${sentences[outcome]}`
}

const ranks: Readonly<Record<Mark['outcome'], number>> = { matched: 3, depends: 2, unevaluated: 1, failed: 0 }

/** Which of two statements on one line has its sign shown: the one that decides, or else that did more. */
export const weightOf = ({ determining, outcome }: Mark): number => (determining ? 10 : 0) + ranks[outcome]

/** The sign beside a statement: colour never speaks alone. */
export class StatementSign extends GutterMarker {
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
    sign.title = titleOf(this.mark)
    return sign
  }
}
