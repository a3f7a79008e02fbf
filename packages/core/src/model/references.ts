import type { Draft } from './draft.ts'
import type { GroupId, PolicyId, RoleId } from './records.ts'

/** Takes a policy off everything that has it: attachments, boundaries, accounts and OUs. */
export function forgetPolicy(draft: Draft, policy: PolicyId): void {
  const others = (attached: readonly PolicyId[]): readonly PolicyId[] => attached.filter(id => id !== policy)
  for (const kind of ['users', 'roles'] as const) {
    for (const holder of draft.all(kind)) {
      const bound = holder.permissionsBoundary === policy
      if (!bound && !holder.attachedPolicies.includes(policy)) continue
      const { permissionsBoundary: _, ...unbound } = holder
      draft.put({ ...(bound ? unbound : holder), attachedPolicies: others(holder.attachedPolicies) })
    }
  }
  for (const kind of ['groups', 'accounts', 'ous'] as const) {
    for (const holder of draft.all(kind)) {
      if (!holder.attachedPolicies.includes(policy)) continue
      draft.put({ ...holder, attachedPolicies: others(holder.attachedPolicies) })
    }
  }
}

export function forgetGroup(draft: Draft, group: GroupId): void {
  for (const user of draft.all('users')) {
    if (user.groups.includes(group)) draft.put({ ...user, groups: user.groups.filter(id => id !== group) })
  }
}

export function forgetRole(draft: Draft, role: RoleId): void {
  for (const resource of draft.all('resources')) {
    if (resource.runsAs !== role) continue
    const { runsAs: _, ...idle } = resource
    draft.put(idle)
  }
}
