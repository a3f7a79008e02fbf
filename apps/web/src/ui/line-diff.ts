export interface DiffLine {
  readonly kind: 'same' | 'gone' | 'new'
  readonly text: string
}

/** Beyond this the middle is shown as replaced: comparing takes time and memory with the product of both. */
const mostCompared = 1_000_000

/** Two texts line by line: the most that is the same stays, and what went stands before what came. */
export function lineDiff(before: string, after: string): readonly DiffLine[] {
  const old = before.split('\n')
  const now = after.split('\n')
  let head = 0
  while (head < old.length && head < now.length && old[head] === now[head]) head++
  let tail = 0
  while (
    tail < old.length - head &&
    tail < now.length - head &&
    old[old.length - 1 - tail] === now[now.length - 1 - tail]
  ) {
    tail++
  }
  const same = (lines: readonly string[]) => lines.map((text): DiffLine => ({ kind: 'same', text }))
  return [
    ...same(old.slice(0, head)),
    ...middle(old.slice(head, old.length - tail), now.slice(head, now.length - tail)),
    ...same(old.slice(old.length - tail)),
  ]
}

function middle(old: readonly string[], now: readonly string[]): DiffLine[] {
  const width = now.length + 1
  const lengths = new Uint32Array(old.length * now.length > mostCompared ? 0 : (old.length + 1) * width)
  const common = (row: number, column: number) => lengths[row * width + column] ?? 0
  if (lengths.length > 0) {
    for (let row = old.length - 1; row >= 0; row--) {
      for (let column = now.length - 1; column >= 0; column--) {
        lengths[row * width + column] =
          old[row] === now[column]
            ? common(row + 1, column + 1) + 1
            : Math.max(common(row + 1, column), common(row, column + 1))
      }
    }
  }
  const lines: DiffLine[] = []
  let [row, column] = [0, 0]
  while (row < old.length || column < now.length) {
    const [gone, came] = [old[row], now[column]]
    if (lengths.length > 0 && gone !== undefined && gone === came) {
      lines.push({ kind: 'same', text: gone })
      row++
      column++
    } else if (
      gone !== undefined &&
      (came === undefined || common(row + 1, column) >= common(row, column + 1))
    ) {
      lines.push({ kind: 'gone', text: gone })
      row++
    } else {
      lines.push({ kind: 'new', text: came ?? '' })
      column++
    }
  }
  return lines
}
