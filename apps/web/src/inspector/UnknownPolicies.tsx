import type { Model, PrincipalId } from '@iam-canvas/core'
import { useWorkspace } from '../workspace/workspace.ts'
import styles from './inspector.module.css'

/** Policies that the principal has and whose text nobody has. Silence about them would pass for a denial. */
export function UnknownPolicies({ principal }: { readonly principal: PrincipalId }) {
  const model = useWorkspace(state => state.document.model)
  const names = unknownPolicies(model, principal)
  if (names.length === 0) return null
  return (
    <p role="note" className={styles.notice}>
      Not evaluated: the text of {names.join(', ')} is not in the file. What{' '}
      {names.length === 1 ? 'it allows' : 'they allow'} or denies is not known, and counts as nothing here.
    </p>
  )
}

function unknownPolicies(model: Model, id: PrincipalId): readonly string[] {
  const holder = model.users[id as `user:${string}`] ?? model.roles[id as `role:${string}`]
  if (!holder) return []
  const groups = holder.kind === 'user' ? holder.groups.flatMap(group => model.groups[group] ?? []) : []
  const held = [holder, ...groups].flatMap(({ attachedPolicies }) => attachedPolicies)
  const boundary = holder.permissionsBoundary ? [holder.permissionsBoundary] : []
  return [...new Set([...held, ...boundary])].flatMap(policy => {
    const found = model.policies[policy]
    return found && found.text === undefined ? [found.name] : []
  })
}
