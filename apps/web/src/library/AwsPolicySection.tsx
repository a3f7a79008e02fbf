import type { Policy } from '@iam-canvas/core'
import { managedPolicyPage, successorOf } from '@iam-canvas/reference/compiled'
import { useQuery } from '@tanstack/react-query'
import { FileDown } from 'lucide-react'
import { DocLink } from '../reference/DocLink.tsx'
import { policiesQuery } from '../reference/queries.ts'
import { Button } from '../ui/Button.tsx'
import { fillIn } from './fill-in.ts'
import styles from './Library.module.css'
import { marksOf } from './policy-words.ts'
import { PolicyVersions } from './PolicyVersions.tsx'

/** What AWS says of a managed policy of the model: where it is explained, what changed, and its text where that is missing. */
export default function AwsPolicySection({ policy }: { readonly policy: Policy }) {
  const { data } = useQuery(policiesQuery)
  const listed = data?.find(({ name }) => name === policy.name)
  const successor = successorOf(policy.name)
  return (
    <>
      {policy.text === undefined && listed && (
        <p>
          <Button icon={<FileDown size={14} strokeWidth={1.75} />} onClick={() => void fillIn([policy])}>
            Fill in AWS’s text
          </Button>
        </p>
      )}
      <p className={styles.facts}>
        {marksOf(policy).map(({ label, title, warns }) => (
          <span key={label} title={title} className={warns ? styles.warning : styles.mark}>
            {label}
          </span>
        ))}
        {successor && <span>AWS names {successor} in its place.</span>}
        <DocLink href={managedPolicyPage(policy.name)}>AWS’s page on it</DocLink>
      </p>
      {data && !listed && !successor && (
        <p className={styles.count}>
          AWS lists no managed policy of this name, as far as the reference here goes.
        </p>
      )}
      {listed && <PolicyVersions name={listed.name} versions={listed.versions} />}
    </>
  )
}
