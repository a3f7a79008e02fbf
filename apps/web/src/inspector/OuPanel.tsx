import { accountsIn, childOus, type Organization, type OrganizationalUnit } from '@iam-canvas/core'
import { accountsBelow } from '../canvas/frame-words.ts'
import { count } from '../canvas/node-names.ts'
import { perform } from '../workspace/perform.ts'
import { useWorkspace } from '../workspace/workspace.ts'
import { ControlRows } from './ControlRows.tsx'
import { EntityRow } from './EntityRow.tsx'
import { Switch } from './Switch.tsx'
import styles from './inspector.module.css'
import { PanelHead } from './PanelHead.tsx'
import { Section } from './Section.tsx'

/** An OU: whom it binds, and by what. The root is the organization itself. */
export function OuPanel({ ou }: { readonly ou: OrganizationalUnit }) {
  const model = useWorkspace(state => state.document.model)
  const root = ou.parent === undefined
  const inside = [...accountsIn(model, ou.id), ...childOus(model, ou.id)]
  return (
    <>
      <PanelHead
        id={ou.id}
        name={ou.name}
        subtitle={root ? `Organization ${model.organization?.id ?? ''}` : 'Organizational unit'}
      />
      <p className={styles.lead}>
        What is attached here binds {count(accountsBelow(model, ou.id), 'account')}.
      </p>
      {root && model.organization && <PolicyTypes organization={model.organization} />}
      <ControlRows entity={ou} />
      <Section title="Directly in it">
        {inside.length === 0 && <p className={styles.quiet}>Nothing yet. Drag accounts in here.</p>}
        <ul>
          {inside.map(id => (
            <EntityRow key={id} id={id} />
          ))}
        </ul>
      </Section>
    </>
  )
}

function PolicyTypes({ organization }: { readonly organization: Organization }) {
  const set = (purpose: 'service-control' | 'resource-control', on: boolean) =>
    perform({ command: { type: on ? 'EnablePolicyType' : 'DisablePolicyType', purpose } })
  return (
    <Section title="Policy types">
      <Switch
        label="Service control policies (SCP)"
        on={organization.serviceControlPolicies}
        onChange={on => set('service-control', on)}
      />
      <Switch
        label="Resource control policies (RCP)"
        on={organization.resourceControlPolicies}
        onChange={on => set('resource-control', on)}
      />
    </Section>
  )
}
