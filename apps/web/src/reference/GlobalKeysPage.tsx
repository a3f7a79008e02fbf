import { globalKeysPage } from '@iam-canvas/reference/compiled'
import { useQuery } from '@tanstack/react-query'
import { DocLink } from './DocLink.tsx'
import { Failed } from './Failed.tsx'
import { KeyTable } from './KeyTable.tsx'
import { servicesQuery } from './queries.ts'
import styles from './ReferenceDialog.module.css'

/** The condition keys that are not of one service. */
export function GlobalKeysPage() {
  const { data, error, isFetching, refetch } = useQuery(servicesQuery)
  return (
    <>
      <h3>Global condition keys</h3>
      <p className={styles.lead}>
        AWS sets them for requests to any service, though not each of them for every request.
      </p>
      <p className={styles.facts}>
        <DocLink href={globalKeysPage}>AWS’s page on them</DocLink>
      </p>
      {error && <Failed error={error} busy={isFetching} retry={() => void refetch()} />}
      {data && <KeyTable service="" keys={data.globalKeys.map(([key, type]) => ({ key, type }))} />}
    </>
  )
}
