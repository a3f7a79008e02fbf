import { arnOf, type Role, runningAs, type User } from '@iam-canvas/core'
import { useMemo } from 'react'
import { linesOfPrincipal } from '../canvas/access-lines.ts'
import { detachCommand } from '../canvas/detach.ts'
import { perform } from '../workspace/perform.ts'
import { useWorkspace } from '../workspace/workspace.ts'
import { AccessRows } from './AccessRows.tsx'
import { DocumentEditor } from './DocumentEditor.tsx'
import { AssumableBy } from './AssumableBy.tsx'
import { SignIn } from './SignIn.tsx'
import { EntityRow } from './EntityRow.tsx'
import styles from './inspector.module.css'
import { MayBecome } from './MayBecome.tsx'
import { PanelHead } from './PanelHead.tsx'
import { HeldPolicies } from './HeldPolicies.tsx'
import { Section } from './Section.tsx'
import { Tags } from './Tags.tsx'
import { UnknownPolicies } from './UnknownPolicies.tsx'

/** A user or a role: what it may do, and where that comes from. */
export function PrincipalPanel({ principal }: { readonly principal: User | Role }) {
  const model = useWorkspace(state => state.document.model)
  const access = useWorkspace(state => state.access)
  const lines = useMemo(() => linesOfPrincipal(access, principal.id), [access, principal.id])
  return (
    <>
      <PanelHead
        id={principal.id}
        name={principal.name}
        about={principal.kind}
        subtitle={principal.kind === 'user' ? 'User' : 'Role'}
        arn={arnOf(model, principal.id)}
      />
      <Section title={`What ${principal.name} may do`}>
        <UnknownPolicies principal={principal.id} />
        {lines.length > 0 ? (
          <AccessRows lines={lines} naming="resource" />
        ) : (
          <p className={styles.quiet}>
            Nothing yet. Everything is denied until a policy allows it: attach one, or add {principal.name} to
            a group.
          </p>
        )}
      </Section>
      {principal.kind === 'user' && <Groups user={principal} />}
      {principal.kind === 'user' && <SignIn user={principal} />}
      <HeldPolicies holder={principal} />
      <MayBecome principal={principal.id} />
      {principal.kind === 'role' && (
        <>
          <AssumableBy role={principal} />
          <RunningAs role={principal} />
          <Section title="Trust policy: who may assume it" about="trust-policy">
            <DocumentEditor id={`trust:${principal.id}`} />
          </Section>
        </>
      )}
      <Tags tags={principal.tags} />
    </>
  )
}

function Groups({ user }: { readonly user: User }) {
  const model = useWorkspace(state => state.document.model)
  if (user.groups.length === 0) return null
  return (
    <Section title="Groups" about="group">
      <ul>
        {user.groups.map(group => (
          <EntityRow
            key={group}
            id={group}
            removeLabel={`Leave ${model.groups[group]?.name ?? group}`}
            onRemove={() => {
              const command = detachCommand(model, { kind: 'member', source: user.id, target: group })
              if (command) perform({ command })
            }}
          />
        ))}
      </ul>
    </Section>
  )
}

function RunningAs({ role }: { readonly role: Role }) {
  const model = useWorkspace(state => state.document.model)
  const running = runningAs(model, role.id)
  if (running.length === 0) return null
  return (
    <Section title="Runs as this role" about="runs-as">
      <ul>
        {running.map(resource => (
          <EntityRow key={resource} id={resource} />
        ))}
      </ul>
    </Section>
  )
}
