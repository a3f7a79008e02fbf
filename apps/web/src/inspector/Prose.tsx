import styles from './inspector.module.css'

/** A sentence of core: what stands in backticks is a name or a piece of policy, and is set apart from the words. */
export function Prose({ text }: { readonly text: string }) {
  return (
    <>
      {text.split('`').map((part, index) => {
        if (index % 2 === 0) return part
        // The pieces of a sentence have an order and no other identity.
        // oxlint-disable-next-line react/no-array-index-key
        return /[:*]/.test(part) ? (
          <code key={index}>{part}</code>
        ) : (
          <strong key={index} className={styles.named}>
            {part}
          </strong>
        )
      })}
    </>
  )
}
