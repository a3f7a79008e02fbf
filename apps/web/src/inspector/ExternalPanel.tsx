import { type ExternalPrincipal, recordsIn } from '@iam-canvas/core'
import { useMemo } from 'react'
import { namesPrincipal, trustedEntities } from '../canvas/trust-words.ts'
import { perform } from '../workspace/perform.ts'
import { useWorkspace } from '../workspace/workspace.ts'
import { EntityRow } from './EntityRow.tsx'
import { Field } from './Field.tsx'
import styles from './inspector.module.css'
import { PanelHead } from './PanelHead.tsx'
import { Section } from './Section.tsx'

const kinds: Readonly<Record<ExternalPrincipal['type'], string>> = {
  AWS: 'Another account, or someone in it',
  Service: 'AWS service',
  Federated: 'Federated provider',
  Anonymous: 'Everyone, without signing in',
}

/** Someone outside: what policies call them, and who lets them in. */
export function ExternalPanel({ external }: { readonly external: ExternalPrincipal }) {
  const model = useWorkspace(state => state.document.model)
  const lets = useMemo(
    () => [
      ...recordsIn(model, 'roles').filter(role => trustedEntities(model, role).includes(external.id)),
      ...recordsIn(model, 'resources').filter(
        ({ resourcePolicy }) => resourcePolicy && namesPrincipal(resourcePolicy, external.principal),
      ),
    ],
    [model, external],
  )
  return (
    <>
      <PanelHead id={external.id} name={external.name} subtitle={kinds[external.type]} />
      {external.type !== 'Anonymous' && (
        <Field
          label="Principal, as policies name it"
          value={external.principal}
          code
          onChange={principal =>
            perform({ command: { type: 'UpdateExternalPrincipal', external: external.id, principal } })
          }
        />
      )}
      <Section title="Let in by">
        {lets.length === 0 && (
          <p className={styles.quiet}>
            Nobody yet. Drag {external.name} onto a role, and its trust policy names it; onto a resource, and
            its resource policy does.
          </p>
        )}
        <ul>
          {lets.map(({ id }) => (
            <EntityRow key={id} id={id} />
          ))}
        </ul>
      </Section>
    </>
  )
}
