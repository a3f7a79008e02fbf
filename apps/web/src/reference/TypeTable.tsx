import { type ReferenceType, typePage } from '@iam-canvas/reference/compiled'
import { DocLink } from './DocLink.tsx'
import styles from './ReferenceDialog.module.css'

interface TypeTableProps {
  readonly service: string
  readonly types: readonly (ReferenceType & { readonly required?: boolean })[]
}

/** Resource types with the form of their ARNs, each leading to its place in AWS's documentation. */
export function TypeTable({ service, types }: TypeTableProps) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th>Resource type</th>
          <th>ARN</th>
        </tr>
      </thead>
      <tbody>
        {types.map(({ type, arn, required }) => (
          <tr key={type}>
            <td>
              <DocLink href={typePage(service, type)}>{type}</DocLink>
              {required && <span className={styles.quiet}> required</span>}
            </td>
            <td>
              <code>{arn}</code>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
