import { dependentActions } from '@iam-canvas/core/beyond'
import {
  actionIn,
  actionPage,
  keysOfAction,
  policyGuide,
  type ReferenceAction,
  servicePage,
  type ServiceReference,
} from '@iam-canvas/reference/compiled'
import { useQuery } from '@tanstack/react-query'
import { ActionLink } from './ActionLink.tsx'
import { DocLink } from './DocLink.tsx'
import { Failed } from './Failed.tsx'
import { GrantedBy } from './GrantedBy.tsx'
import { KeyTable } from './KeyTable.tsx'
import { serviceQuery, wordsQuery } from './queries.ts'
import styles from './ReferenceDialog.module.css'
import { goToPlace } from './reference-state.ts'
import { TypeTable } from './TypeTable.tsx'
import { WhoMay } from './WhoMay.tsx'

/** An action: what it does, what it is asked of, its condition keys, who may do it, and which policies of AWS grant it. */
export function ActionPage({ prefix, name }: { readonly prefix: string; readonly name: string }) {
  const { data: service, error, isFetching, refetch } = useQuery(serviceQuery(prefix))
  const { data: words } = useQuery(wordsQuery(prefix))
  if (error) return <Failed error={error} busy={isFetching} retry={() => void refetch()} />
  if (service === undefined) return <p className={styles.quiet}>Loading …</p>
  const action = service && actionIn(service, name)
  if (!service || !action) {
    return (
      <>
        <h3>
          {prefix}:{name}
        </h3>
        <p className={styles.lead}>
          AWS lists no such action{service ? ` of ${service.name}` : `, and no service “${prefix}”`}.
        </p>
        {service && <ToService service={service} />}
      </>
    )
  }
  return <Known service={service} action={action} words={words?.keys} what={words?.actions[action.name]} />
}

interface KnownProps {
  readonly service: ServiceReference
  readonly action: ReferenceAction
  readonly words: Readonly<Record<string, string>> | undefined
  readonly what: string | undefined
}

function Known({ service, action, words, what }: KnownProps) {
  const full = `${service.prefix}:${action.name}`
  const guide = policyGuide(service.prefix)
  const needed = dependentActions(full)
  const keys = keysOfAction(service, action)
  const types = action.types.flatMap(({ type, required }) => {
    const known = service.types.find(each => each.type === type)
    return known ? [{ ...known, required }] : []
  })
  return (
    <>
      <h3>{full}</h3>
      {what && <p className={styles.lead}>{sentence(what)}</p>}
      <p className={styles.facts}>
        <span className={styles.mark}>{action.level}</span>
        <ToService service={service} />
        <DocLink href={actionPage(service.name, action.name)}>Its row in AWS’s reference</DocLink>
        <DocLink href={servicePage(service.name)}>The service’s page</DocLink>
        {guide && <DocLink href={guide}>Identity-based policies of the service</DocLink>}
      </p>
      {needed.length > 0 && (
        <>
          <h4>The call also needs</h4>
          <ul className={styles.names}>
            {needed.map(({ action: other }) => (
              <li key={other}>
                <ActionLink action={other} />
              </li>
            ))}
          </ul>
        </>
      )}
      <h4>Asked of</h4>
      {action.types.length === 0 && (
        <p className={styles.lead}>
          It knows no resource types. A statement that allows it has to say <code>"Resource": "*"</code>.
        </p>
      )}
      {types.length > 0 && <TypeTable service={service.name} types={types} />}
      <h4>Condition keys</h4>
      {keys.length > 0 ? (
        <KeyTable service={service.name} keys={keys} words={words} />
      ) : (
        <p className={styles.lead}>None of its own.</p>
      )}
      <p className={styles.facts}>
        <button type="button" className={styles.link} onClick={() => goToPlace({ kind: 'global-keys' })}>
          Global condition keys
        </button>
      </p>
      <WhoMay service={service} action={action} />
      <GrantedBy service={service} action={action} />
    </>
  )
}

const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1).replace(/\.$/, '')}.`

const ToService = ({ service }: { readonly service: ServiceReference }) => (
  <button
    type="button"
    className={styles.link}
    onClick={() => goToPlace({ kind: 'service', prefix: service.prefix })}
  >
    {service.name}
  </button>
)
