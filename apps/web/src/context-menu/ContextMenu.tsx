import { type Action, type ActionGroup } from '../actions/action.ts'
import { actionsFor } from '../actions/actions.ts'
import { keyText } from '../actions/keys.ts'
import { setMenuPoint } from '../actions/menu-point.ts'
import { MenuAt } from '../ui/MenuAt.tsx'
import type { MenuGroup } from '../ui/Menu.tsx'
import { closeContextMenu, useContextMenu } from './context-menu-state.ts'

/** What can be done with what was pointed at, each with its key. */
export function ContextMenu() {
  const open = useContextMenu(state => state.open)
  if (!open) return null
  return (
    <MenuAt
      key={`${open.at.x} ${open.at.y}`}
      at={open.at}
      label="What can be done here"
      groups={groupsOf(actionsFor(open.subject))}
      onClose={closeContextMenu}
    />
  )
}

const order: readonly ActionGroup[] = ['Connect', 'Edit', 'Add', 'Arrange', 'Go to', 'View', 'Model', 'Help']

function groupsOf(actions: readonly Action[]): readonly MenuGroup[] {
  return order.map(group => ({
    entries: actions
      .filter(action => action.group === group)
      .map(action => ({
        label: action.title,
        ...(action.keys?.[0] && { keys: keyText(action.keys[0]) }),
        ...(action.danger && { danger: true }),
        onSelect: () => {
          action.run()
          setMenuPoint(undefined)
        },
      })),
  }))
}
