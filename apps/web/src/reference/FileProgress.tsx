import { skipToken, useQuery } from '@tanstack/react-query'
import styles from './ReferenceSearch.module.css'
import { progressKey } from './queries.ts'

/** How far a large file of the reference has come. */
export function FileProgress({ file, what }: { readonly file: 'actions' | 'words'; readonly what: string }) {
  const { data = 0 } = useQuery<number>({ queryKey: progressKey(file), queryFn: skipToken })
  return (
    <label className={styles.progress}>
      {what}: loading …
      <progress max={1} value={data} />
    </label>
  )
}
