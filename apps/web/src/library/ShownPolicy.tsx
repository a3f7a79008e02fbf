import { type EntityId, entityById, type Model } from '@iam-canvas/core'
import { checkPolicy, parsedPolicy } from '@iam-canvas/core'
import { type ManagedPolicy, managedPolicyPage, successorOf } from '@iam-canvas/reference/compiled'
import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { lazy, Suspense, useMemo, useState } from 'react'
import { DocLink } from '../reference/DocLink.tsx'
import { Failed } from '../reference/Failed.tsx'
import { policiesQuery, policyQuery } from '../reference/queries.ts'
import { closeReference } from '../reference/reference-state.ts'
import { useServiceNames } from '../reference/use-service-names.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { selectedEntity } from '../workspace/selection.ts'
import { useWorkspace } from '../workspace/workspace.ts'
import { addManagedPolicy, verdictForPolicy } from './add-managed-policy.ts'
import styles from './Library.module.css'
import { hidePolicy, showPolicy, useShownPolicy } from './library-state.ts'
import { marksOf, sentenceOf, sizeWords } from './policy-words.ts'
import { PolicyVersions } from './PolicyVersions.tsx'

const PolicyEditor = lazy(() => import('../editor/PolicyEditor.tsx'))

/** One managed policy, opened: its text, what AWS changed in it, and whom to attach it to. */
export default function ShownPolicy() {
  const name = useShownPolicy(state => state.name)
  const { data } = useQuery(policiesQuery)
  const policy = data?.find(known => known.name === name)
  return policy ? <PolicyDialog key={policy.name} policy={policy} /> : null
}

function PolicyDialog({ policy }: { readonly policy: ManagedPolicy }) {
  const nameOf = useServiceNames()
  const successor = successorOf(policy.name)
  return (
    <Dialog open onClose={hidePolicy} wide title={policy.name} footer={<Attach policy={policy} />}>
      <p className={styles.lead}>{sentenceOf(policy, nameOf)}</p>
      <p className={styles.facts}>
        {marksOf(policy).map(({ label, title, warns }) => (
          <span key={label} className={warns ? styles.warning : styles.mark}>
            {label}: {title}
          </span>
        ))}
        {successor && (
          <Button look="quiet" onClick={() => showPolicy(successor)}>
            Show {successor}
          </Button>
        )}
        <span>{sizeWords(policy.size)}</span>
        <code>{policy.arn}</code>
        <DocLink href={managedPolicyPage(policy.name)}>AWS’s page on it</DocLink>
      </p>
      <PolicyText policy={policy} />
      <PolicyVersions name={policy.name} versions={policy.versions} />
    </Dialog>
  )
}

function PolicyText({ policy }: { readonly policy: ManagedPolicy }) {
  const { data, error, isFetching, refetch } = useQuery(policyQuery(policy.name))
  const diagnostics = useMemo(() => {
    const parsed = parsedPolicy(data?.text ?? '')
    return data ? [...parsed.diagnostics, ...checkPolicy(parsed, 'identity')] : []
  }, [data])
  if (error) return <Failed error={error} busy={isFetching} retry={() => void refetch()} />
  return (
    <div className={styles.document}>
      <Suspense fallback={<p className={styles.quiet}>Loading …</p>}>
        {data && (
          <PolicyEditor
            label={`Policy text of ${policy.name}, version ${data.version.slice(1)}`}
            text={data.text}
            readOnly
            marks={[]}
            diagnostics={diagnostics}
            onChange={nothing}
          />
        )}
      </Suspense>
    </div>
  )
}

const nothing = () => undefined

/** Users, groups and roles that can take it, by the same rules as dragging. */
function takers(
  model: Model,
  policy: ManagedPolicy,
): readonly { readonly id: EntityId; readonly verb: string }[] {
  const holders = [model.groups, model.users, model.roles].flatMap(records => Object.values(records))
  return holders.flatMap(({ id }) => {
    const verdict = verdictForPolicy(model, policy, id)
    return verdict?.ok ? [{ id, verb: verdict.verb }] : []
  })
}

function Attach({ policy }: { readonly policy: ManagedPolicy }) {
  const model = useWorkspace(state => state.document.model)
  const selected = useWorkspace(state => selectedEntity(state.selection))
  const all = useMemo(() => takers(model, policy), [model, policy])
  const [chosen, setChosen] = useState<string>(
    () => all.find(({ id }) => id === selected)?.id ?? all[0]?.id ?? '',
  )
  const taker = all.find(({ id }) => id === chosen) ?? all[0]
  const add = async (onto?: EntityId) => {
    if (!(await addManagedPolicy(policy, onto ? { onto } : undefined))) return
    // What was added is to be seen.
    hidePolicy()
    closeReference()
  }
  return (
    <>
      {taker && (
        <span className={styles.attach}>
          <select aria-label="Attach to" value={taker.id} onChange={event => setChosen(event.target.value)}>
            {all.map(({ id }) => (
              <option key={id} value={id}>
                {entityById(model, id)?.name}
              </option>
            ))}
          </select>
          <Button look="primary" data-autofocus onClick={() => void add(taker.id)}>
            Attach
          </Button>
        </span>
      )}
      <Button icon={<Plus size={14} strokeWidth={1.75} />} onClick={() => void add()}>
        Put on the canvas
      </Button>
    </>
  )
}
