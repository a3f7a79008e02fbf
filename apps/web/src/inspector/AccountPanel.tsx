import type { Account } from '@iam-canvas/core'
import { Crown, FolderInput, LogOut } from 'lucide-react'
import { canvasVerdict } from '../canvas/drop-rules.ts'
import { holdsText } from '../canvas/frame-words.ts'
import { drop } from '../canvas/use-drag-to-drop.ts'
import { openConnect } from '../connect/connect-state.ts'
import { organizationOf } from '../sidebar/add-kinds.ts'
import { Button } from '../ui/Button.tsx'
import { perform } from '../workspace/perform.ts'
import { useWorkspace } from '../workspace/workspace.ts'
import { ControlRows } from './ControlRows.tsx'
import { EntityRow } from './EntityRow.tsx'
import { Field } from './Field.tsx'
import styles from './inspector.module.css'
import { PanelHead } from './PanelHead.tsx'
import { Section } from './Section.tsx'

/** An account: its number, where it is in the organization, and what binds it. */
export function AccountPanel({ account }: { readonly account: Account }) {
  const model = useWorkspace(state => state.document.model)
  const leave = canvasVerdict(model, account.id)
  return (
    <>
      <PanelHead id={account.id} name={account.name} subtitle="Account" />
      <p className={styles.lead}>
        Holds {holdsText(model, account)}.
        {account.management && ' It manages the organization: service control policies do not bind it.'}
      </p>
      <Field
        label="Account number"
        value={account.account}
        code
        onChange={number => perform({ command: { type: 'RenumberAccount', account: account.id, number } })}
      />
      <Section title="Organization">
        {account.ou && (
          <ul>
            <EntityRow id={account.ou} />
          </ul>
        )}
        <div className={styles.actions}>
          {model.organization ? (
            <Button
              icon={<FolderInput size={15} strokeWidth={1.75} />}
              onClick={() => openConnect(account.id, 'move')}
            >
              {account.ou ? 'Move to another OU …' : 'Move into an OU …'}
            </Button>
          ) : (
            <Button
              icon={<Crown size={15} strokeWidth={1.75} />}
              onClick={() => perform({ command: organizationOf(account.id) })}
            >
              Make it the management account of an organization
            </Button>
          )}
          {leave?.ok && (
            <Button icon={<LogOut size={15} strokeWidth={1.75} />} onClick={() => drop(leave, [account.id])}>
              Take it out
            </Button>
          )}
        </div>
      </Section>
      <ControlRows entity={account} />
    </>
  )
}
