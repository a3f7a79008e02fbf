import { type Command, freeId, freeName, type UserId } from '@iam-canvas/core'
import { homeChosen } from '../canvas/layout-changes.ts'
import { perform } from '../workspace/perform.ts'
import { rename, select, useWorkspace, type Workspace } from '../workspace/workspace.ts'

const usersOf = ({ selection }: Workspace): readonly UserId[] =>
  selection.kind === 'entities' ? selection.ids.filter((id): id is UserId => id.startsWith('user:')) : []

export const onlyUsersPicked = (workspace: Workspace): boolean =>
  workspace.selection.kind === 'entities' &&
  workspace.selection.ids.length > 0 &&
  usersOf(workspace).length === workspace.selection.ids.length

/** A new IAM group with the selected users in it; they are drawn inside, and stay in the groups they were in. */
export function groupTogether() {
  const workspace = useWorkspace.getState()
  const { model, layout } = workspace.document
  const users = usersOf(workspace)
  const account = model.users[users[0] ?? 'user:']?.account
  const name = freeName(model, 'group', 'new-group', account)
  const group = freeId(model, 'group', name)
  const commands: Command[] = [
    { type: 'CreateGroup', group, name, ...(account && { account }) },
    ...users.map((user): Command => ({ type: 'AddUserToGroup', user, group })),
  ]
  const label = users.length === 1 ? `${name} made of a user` : `${name} made of ${users.length} users`
  const result = perform({
    command: { type: 'Batch', commands },
    layout: homeChosen(layout, users, group),
    label,
  })
  if (!result.ok) return
  select({ kind: 'entities', ids: [group] })
  rename(group)
}
