import type { HandlersFor } from './handlers.ts'
import { attach, deleteInline, detach, putInline } from './holders.ts'
import type { GroupCommand } from './identity-commands.ts'
import { place, rename } from './placement.ts'
import { unknownId } from './problem.ts'
import { forgetGroup } from './references.ts'

export const groupHandlers: HandlersFor<GroupCommand> = {
  CreateGroup(draft, command) {
    const placement = place(draft, 'group', command.group, command)
    if ('problem' in placement) return placement.problem
    draft.put({ kind: 'group', ...placement.placed, attachedPolicies: [], inlinePolicies: [] })
    return undefined
  },
  DeleteGroup(draft, { group }) {
    if (!draft.get('groups', group)) return unknownId('group', group)
    forgetGroup(draft, group)
    draft.remove(group)
    return undefined
  },
  UpdateGroup(draft, command) {
    const group = draft.get('groups', command.group)
    return group ? rename(draft, group, command) : unknownId('group', command.group)
  },
  AttachGroupPolicy: (draft, { group, policy }) => attach(draft, 'group', group, policy),
  DetachGroupPolicy: (draft, { group, policy }) => detach(draft, 'group', group, policy),
  PutGroupPolicy: (draft, { group, name, text }) => putInline(draft, 'group', group, name, text),
  DeleteGroupPolicy: (draft, { group, name }) => deleteInline(draft, 'group', group, name),
}
