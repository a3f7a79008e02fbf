import { referenceSources } from '@iam-canvas/reference/compiled'
import { openNotices } from '../notices/notices-state.ts'
import { ActionLink } from './ActionLink.tsx'
import { DocLink } from './DocLink.tsx'
import styles from './ReferenceDialog.module.css'
import { capitalized } from '../ui/capitalized.ts'

const worthKnowing = ['s3:GetObject', 'dynamodb:PutItem', 'iam:PassRole', 'sts:AssumeRole', 'kms:Decrypt']

/** What is here before anything is chosen. */
export function StartPage() {
  const { services, actions, resourceTypes, policies, sources } = referenceSources
  const number = (count: number) => count.toLocaleString('en')
  return (
    <>
      <h3>What AWS’s services can do</h3>
      <p className={styles.lead}>
        {number(actions)} actions of {services} services, {number(resourceTypes)} resource types with their
        ARNs, and every condition key, from AWS’s Service Authorization Reference. Search by name, service or
        what an action does. Each page says which ARNs and keys an action takes, which of AWS’s{' '}
        {number(policies)} managed policies grant it, and who in your model may do it.
      </p>
      <p className={styles.facts}>
        <DocLink href="https://docs.aws.amazon.com/service-authorization/latest/reference/reference.html">
          Service Authorization Reference
        </DocLink>
      </p>
      <h4>Actions worth knowing</h4>
      <ul className={styles.names}>
        {worthKnowing.map(action => (
          <li key={action}>
            <ActionLink action={action} />
          </li>
        ))}
      </ul>
      <h4>Which data this is</h4>
      <table className={styles.table}>
        <thead>
          <tr>
            <th>What</th>
            <th>As of</th>
            <th>Compiled from</th>
          </tr>
        </thead>
        <tbody>
          {sources.map(source => (
            <tr key={source.package}>
              <td>{capitalized(source.what)}</td>
              <td className={styles.type}>{source.date}</td>
              <td>
                {source.package} {source.version}, {source.license}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.facts}>
        <button type="button" className={styles.link} onClick={openNotices}>
          Third-party notices
        </button>
      </p>
    </>
  )
}
