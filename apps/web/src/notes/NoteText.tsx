import { type Line, markdownLite } from './markdown-lite.ts'
import styles from './notes.module.css'

/** The text of a note, with its marks drawn. A link opens beside the app and learns nothing of it. */
export function NoteText({ text }: { readonly text: string }) {
  return (
    <div className={styles.text} dir="auto">
      {markdownLite(text).map((line, index) => (
        // Lines are a sequence and may repeat.
        // oxlint-disable-next-line react/no-array-index-key
        <NoteLine key={index} line={line} />
      ))}
    </div>
  )
}

function NoteLine({ line }: { readonly line: Line }) {
  return (
    <p className={line.kind === 'text' ? undefined : styles[line.kind]}>
      {line.pieces.map(({ text, bold, href }, index) => {
        if (bold) {
          // oxlint-disable-next-line react/no-array-index-key
          return <strong key={index}>{text}</strong>
        }
        return href ? (
          <a
            // oxlint-disable-next-line react/no-array-index-key
            key={index}
            href={href}
            target="_blank"
            rel="noopener noreferrer nofollow"
            className="nodrag"
            title={href}
          >
            {text}
          </a>
        ) : (
          text
        )
      })}
    </p>
  )
}
