import { type ConditionKey, keyPage } from '@iam-canvas/reference/compiled'
import { DocLink } from './DocLink.tsx'
import styles from './ReferenceDialog.module.css'

interface KeyTableProps {
  readonly service: string
  readonly keys: readonly ConditionKey[]
  readonly words?: Readonly<Record<string, string>> | undefined
}

/** Condition keys with their types, each leading to its place in AWS's documentation. */
export function KeyTable({ service, keys, words }: KeyTableProps) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th>Key</th>
          <th>Type</th>
          {words && <th>Filters access by</th>}
        </tr>
      </thead>
      <tbody>
        {keys.map(({ key, type }) => (
          <tr key={key}>
            <td className={styles.key}>
              <DocLink href={keyPage(service, key)}>{key}</DocLink>
            </td>
            <td className={styles.type}>{type}</td>
            {words && <td>{words[key]}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
