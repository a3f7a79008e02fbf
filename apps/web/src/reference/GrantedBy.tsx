import type { ManagedPolicy, ReferenceAction, ServiceReference } from '@iam-canvas/reference/compiled'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { showPolicy } from '../library/library-state.ts'
import { marksOf } from '../library/policy-words.ts'
import { Button } from '../ui/Button.tsx'
import { exampleArns } from './example-arn.ts'
import { Failed } from './Failed.tsx'
import { type Reach, reachOf } from './granted.ts'
import { grantsQuery, policiesQuery, policyQuery } from './queries.ts'
import styles from './ReferenceDialog.module.css'

interface GrantedByProps {
  readonly service: ServiceReference
  readonly action: ReferenceAction
}

const atOnce = 12

/** Which of AWS's managed policies grant it. The index tells which; how far, the engine says of each that is shown. */
export function GrantedBy({ service, action }: GrantedByProps) {
  const policies = useQuery(policiesQuery)
  const grants = useQuery(grantsQuery(service.prefix))
  const [most, setMost] = useState(atOnce)
  const listed = policies.data
  const grantedBy = grants.data
  const granting = useMemo(() => {
    if (!listed || !grantedBy) return undefined
    return grantedBy(service.actions.indexOf(action))
      .flatMap(index => listed[index] ?? [])
      .sort((a, b) => distance(a, service.prefix) - distance(b, service.prefix))
  }, [listed, grantedBy, service, action])
  const arns = useMemo(() => exampleArns(service, action, '111122223333'), [service, action])
  const failed = policies.error ? policies : grants.error ? grants : undefined
  return (
    <section aria-label="AWS managed policies that grant it">
      <h4>
        AWS managed policies that grant it <span className={styles.quiet}>{granting?.length}</span>
      </h4>
      {failed?.error && (
        <Failed error={failed.error} busy={failed.isFetching} retry={() => void failed.refetch()} />
      )}
      {!failed && !granting && <p className={styles.quiet}>Loading …</p>}
      {granting?.length === 0 && <p className={styles.lead}>None of them does.</p>}
      <ul className={styles.rows}>
        {granting?.slice(0, most).map(policy => (
          <PolicyRow
            key={policy.name}
            policy={policy}
            action={`${service.prefix}:${action.name}`}
            arns={arns}
          />
        ))}
      </ul>
      {granting && granting.length > most && (
        <Button look="quiet" onClick={() => setMost(most + 40)}>
          Show {Math.min(40, granting.length - most)} more of {granting.length}
        </Button>
      )}
    </section>
  )
}

/** What people can attach, bears the service's name and is about little else comes first. */
function distance({ name, path, allows: { everything, services, more } }: ManagedPolicy, prefix: string) {
  const named = name.toLowerCase().includes(prefix.replace(/-/g, ''))
  const width = everything ? 1_000 : services.length + more
  return (path === '/aws-service-role/' ? 10_000 : 0) + (named ? 0 : 2_000) + width
}

const reachWords: Readonly<Record<Reach, string>> = {
  everywhere: 'on every resource',
  conditions: 'under conditions',
  some: 'on some resources only',
}

interface PolicyRowProps {
  readonly policy: ManagedPolicy
  readonly action: string
  readonly arns: readonly string[]
}

function PolicyRow({ policy, action, arns }: PolicyRowProps) {
  const { data, error } = useQuery(policyQuery(policy.name))
  const reach = useMemo(() => data && reachOf(data.text, action, arns), [data, action, arns])
  return (
    <li>
      <button type="button" className={styles.link} onClick={() => showPolicy(policy.name)}>
        {policy.name}
      </button>
      {marksOf(policy).map(({ label, title }) => (
        <span key={label} title={title} className={styles.mark}>
          {label}
        </span>
      ))}
      <span className={styles.end}>{reach ? reachWords[reach] : error ? 'its text is not loaded' : '…'}</span>
    </li>
  )
}
