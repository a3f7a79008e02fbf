import type { ImportReport } from '@iam-canvas/exchange'
import { useMemo, useState } from 'react'
import { shown } from '../canvas/nodes/NodeName.tsx'
import { Button } from '../ui/Button.tsx'
import { Choice } from '../ui/Choice.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useWorkspace } from '../workspace/workspace.ts'
import styles from './ImportDialog.module.css'
import { type BringIn, bringIn, type Preview, previewOf } from './bring-in.ts'
import { type PendingImport, settleImport, useOpening } from './open-file.ts'

/** What a file holds, said before it is opened: what came in, what was odd, what was left out. */
export function ImportDialog() {
  const pending = useOpening(state => state.pending)
  return pending ? <Import pending={pending} /> : null
}

const verbs: Readonly<Record<BringIn, string>> = { new: 'Open account', merge: 'Merge', replace: 'Replace' }

function Import({ pending }: { readonly pending: PendingImport }) {
  const open = useWorkspace(state => state.document.model)
  const [how, setHow] = useState<BringIn>('new')
  const preview = useMemo(() => previewOf(how, pending.model, open), [how, pending, open])
  const { counts, odd, leftOut } = pending.report
  return (
    <Dialog
      open
      onClose={settleImport}
      wide
      title={`Open ${pending.fileName}`}
      footer={
        <>
          <Button onClick={settleImport}>Cancel</Button>
          <Button
            look="primary"
            disabled={'refused' in preview}
            onClick={() => void bringIn(how, pending)}
            data-autofocus
          >
            {verbs[how]}
          </Button>
        </>
      }
    >
      <Choice
        label="Open it"
        value={how}
        onChoose={setHow}
        options={[
          { value: 'new', label: 'As a model of its own' },
          { value: 'merge', label: 'Merged into the open one' },
          { value: 'replace', label: 'In its place' },
        ]}
      />
      <p className={styles.outcome} role="status">
        {outcomeOf(how, preview, shown(open.name))}
      </p>
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

/** What will happen, before it does. */
function outcomeOf(how: BringIn, preview: Preview, name: string): string {
  if (how === 'new') return `What you have open now, "${name}", stays saved as it is.`
  if ('refused' in preview) return `This cannot be done: ${preview.refused}.`
  const changes = preview.changes.join(', ') || 'nothing would change'
  return how === 'merge'
    ? `In "${name}": ${changes}. Nothing is taken out, and one Undo takes it back.`
    : `In "${name}": ${changes}. What is there now is kept as a version, and one Undo brings it back.`
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
