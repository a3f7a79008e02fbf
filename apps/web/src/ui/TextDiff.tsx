import { Fragment, useMemo } from 'react'
import { type DiffLine, lineDiff } from './line-diff.ts'
import styles from './TextDiff.module.css'

const around = 3

const signs = { same: ' ', gone: '−', new: '+' } as const
const words = { same: '', gone: 'removed: ', new: 'added: ' } as const

/** What is different between two texts, with a few lines around it. */
export function TextDiff({ before, after }: { readonly before: string; readonly after: string }) {
  const lines = useMemo(() => shownLines(lineDiff(before, after)), [before, after])
  return (
    // It scrolls, so it is reached by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.diff} role="region" aria-label="What would change" tabIndex={0} dir="ltr">
      {lines.map(({ kind, text, number, gap }) => (
        <Fragment key={number}>
          {gap && <div className={styles.gap}>…</div>}
          <div className={styles[kind]}>
            <span aria-hidden>{signs[kind]}</span>
            <span className="visually-hidden">{words[kind]}</span>
            <code>{text}</code>
          </div>
        </Fragment>
      ))}
    </div>
  )
}

/** The lines near a change; `gap` where some were left out before. */
function shownLines(lines: readonly DiffLine[]) {
  const near = lines.map((_, index) =>
    lines.slice(Math.max(0, index - around), index + around + 1).some(({ kind }) => kind !== 'same'),
  )
  return lines.flatMap((line, number) =>
    near[number] ? [{ ...line, number, gap: number > 0 && !near[number - 1] }] : [],
  )
}
