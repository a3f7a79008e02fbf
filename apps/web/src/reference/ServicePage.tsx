import { policyGuide, servicePage } from '@iam-canvas/reference/compiled'
import { useQuery } from '@tanstack/react-query'
import { DocLink } from './DocLink.tsx'
import { Failed } from './Failed.tsx'
import { KeyTable } from './KeyTable.tsx'
import { serviceQuery, servicesQuery, wordsQuery } from './queries.ts'
import styles from './ReferenceDialog.module.css'
import { goToPlace } from './reference-state.ts'
import { TypeTable } from './TypeTable.tsx'

const levels = ['List', 'Read', 'Write', 'Tagging', 'Permissions management']

/** A service: its actions by level, its resource types, its condition keys. */
export function ServicePage({ prefix }: { readonly prefix: string }) {
  const { data: service, error, isFetching, refetch } = useQuery(serviceQuery(prefix))
  const { data: words } = useQuery(wordsQuery(prefix))
  const { data: listed } = useQuery(servicesQuery)
  if (error) return <Failed error={error} busy={isFetching} retry={() => void refetch()} />
  if (service === undefined) return <p className={styles.quiet}>Loading …</p>
  if (service === null)
    return <p className={styles.quiet}>AWS lists no service with the prefix “{prefix}”.</p>
  const bound = listed?.services.find(each => each.prefix === prefix)?.resourceControl
  const guide = policyGuide(prefix)
  return (
    <>
      <h3>{service.name}</h3>
      <p className={styles.facts}>
        <code className={styles.mark}>{prefix}</code>
        {bound && <span className={styles.mark}>Resource control policies bind it</span>}
        <DocLink href={servicePage(service.name)}>Service Authorization Reference</DocLink>
        {guide && <DocLink href={guide}>Identity-based policies</DocLink>}
      </p>
      {levels.map(level => {
        const actions = service.actions.filter(action => action.level === level)
        if (actions.length === 0) return null
        return (
          <section key={level}>
            <h4>
              {level} <span className={styles.quiet}>{actions.length}</span>
            </h4>
            <ul className={styles.names}>
              {actions.map(({ name }) => (
                <li key={name}>
                  <button
                    type="button"
                    className={styles.link}
                    onClick={() => goToPlace({ kind: 'action', prefix, name })}
                  >
                    {name}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
      <h4>Resource types</h4>
      {service.types.length > 0 ? (
        <TypeTable service={service.name} types={service.types} />
      ) : (
        <p className={styles.quiet}>None: its actions are asked of * alone.</p>
      )}
      <h4>Condition keys</h4>
      {service.keys.length > 0 ? (
        <KeyTable service={service.name} keys={service.keys} words={words?.keys} />
      ) : (
        <p className={styles.quiet}>None beside the global ones.</p>
      )}
    </>
  )
}
