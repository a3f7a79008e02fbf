import type { ImportReport } from '@iam-canvas/exchange'
import { shown } from '../canvas/nodes/NodeName.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import styles from './ImportDialog.module.css'
import { acceptImport, cancelImport, useOpening } from './open-file.ts'

/** What a file holds, said before it is opened: what came in, what was odd, what was left out. */
export function ImportDialog() {
  const pending = useOpening(state => state.pending)
  if (!pending) return null
  const { counts, odd, leftOut } = pending.report
  return (
    <Dialog
      open
      onClose={cancelImport}
      wide
      title={`Open ${pending.fileName}`}
      description="It opens as a model of its own. What you have open now stays saved."
      footer={
        <>
          <Button onClick={cancelImport}>Cancel</Button>
          <Button look="primary" onClick={() => void acceptImport()} data-autofocus>
            Open account
          </Button>
        </>
      }
    >
      <ul className={styles.counts} aria-label="What came in">
        {Object.entries(counts)
          .filter(([, count]) => count > 0)
          .map(([kind, count]) => (
            <li key={kind}>
              <b>{count.toLocaleString()}</b> {countWords(kind, count)}
            </li>
          ))}
      </ul>
      <Findings title="What was odd" findings={odd} />
      <Findings title="What was left out" findings={leftOut} />
    </Dialog>
  )
}

const nouns: Readonly<Record<string, readonly [one: string, many: string]>> = {
  accounts: ['account', 'accounts'],
  users: ['user', 'users'],
  groups: ['group', 'groups'],
  roles: ['role', 'roles'],
  customerManagedPolicies: ['customer policy', 'customer policies'],
  awsManagedPolicies: ['AWS policy', 'AWS policies'],
  inlinePolicies: ['inline policy', 'inline policies'],
  resources: ['resource', 'resources'],
  externals: ['outside principal', 'outside principals'],
}

const countWords = (kind: string, count: number): string => nouns[kind]?.[count === 1 ? 0 : 1] ?? kind

function Findings({ title, findings }: { readonly title: string; readonly findings: ImportReport['odd'] }) {
  if (findings.length === 0) return null
  return (
    <section className={styles.findings}>
      <h3>{title}</h3>
      <ul>
        {findings.map(({ code, message, examples }) => (
          <li key={`${code} ${message}`}>
            {message}
            {examples.length > 0 && <span className={styles.examples}>{examples.map(shown).join(', ')}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}
