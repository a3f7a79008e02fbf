import type { DocumentId, Explanation, GateTrace, PolicyTrace } from '@iam-canvas/core'
import { entityById } from '@iam-canvas/core'
import { FileText } from 'lucide-react'
import { shown } from '../canvas/nodes/NodeName.tsx'
import { nameOfDocument } from '../workspace/policy-texts.ts'
import { select, useWorkspace } from '../workspace/workspace.ts'
import { DocumentEditor } from './DocumentEditor.tsx'
import styles from './LitPolicies.module.css'

const mostOpen = 4

/** The policies whose statements decide, opened with those statements lit up; on a denial, the nearest ones. */
export function LitPolicies({ explanation }: { readonly explanation: Explanation }) {
  const telling = tellingPolicies(explanation)
  if (telling.length === 0) return null
  return (
    <div className={styles.policies}>
      {telling.slice(0, mostOpen).map(({ gate, policy }) => (
        <LitPolicy
          key={`${gate.gate} ${policy.policyId}`}
          policy={policy}
          gate={gate}
          explanation={explanation}
        />
      ))}
      {telling.length > mostOpen && (
        <p className={styles.more}>and {telling.length - mostOpen} more policies</p>
      )}
    </div>
  )
}

function LitPolicy({
  policy,
  gate,
  explanation,
}: {
  readonly policy: PolicyTrace
  readonly gate: GateTrace
  readonly explanation: Explanation
}) {
  const model = useWorkspace(state => state.document.model)
  const managed = entityById(model, policy.policyId)
  const via = policy.via.map(id => entityById(model, id)?.name ?? id)
  return (
    <section className={styles.policy} aria-label={`Policy ${nameOfDocument(model, policy.policyId)}`}>
      <header className={styles.head}>
        <FileText size={15} strokeWidth={1.75} aria-hidden />
        {managed ? (
          <button type="button" onClick={() => select({ kind: 'entities', ids: [managed.id] })}>
            <bdi>{shown(managed.name)}</bdi>
          </button>
        ) : (
          <bdi>{shown(nameOfDocument(model, policy.policyId))}</bdi>
        )}
        <span>{via.length > 0 ? `through ${via.join(', ')}` : roleOf[gate.gate]}</span>
      </header>
      <DocumentEditor
        id={policy.policyId as DocumentId}
        explanation={explanation}
        readOnly={managed?.kind === 'policy' && managed.account === 'aws'}
      />
    </section>
  )
}

const roleOf: Readonly<Record<GateTrace['gate'], string>> = {
  'explicit-deny': '',
  'resource-control': 'RCP',
  'service-control': 'SCP',
  endpoint: 'endpoint policy',
  'resource-policy': 'resource policy',
  identity: 'attached directly',
  boundary: 'permissions boundary',
  session: 'session policy',
}

/** Each policy that holds a deciding statement or a near miss, once, in the order of the gates. */
function tellingPolicies({ gates, determining, nearMisses }: Explanation) {
  const places = determining.length > 0 ? determining : nearMisses
  const wanted = new Set(places.map(({ policyId }) => policyId))
  const seen = new Set<string>()
  return gates.flatMap(gate =>
    gate.gate === 'explicit-deny'
      ? []
      : gate.policies.flatMap(policy => {
          if (!wanted.has(policy.policyId) || seen.has(policy.policyId)) return []
          seen.add(policy.policyId)
          return [{ gate, policy }]
        }),
  )
}
