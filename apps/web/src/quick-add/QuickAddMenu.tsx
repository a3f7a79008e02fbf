import { type Command, entityById } from '@iam-canvas/core'
import { homeChosen, withPositions } from '../canvas/layout-changes.ts'
import { card } from '../canvas/sizes.ts'
import { askFirst } from '../connect/ask-first.ts'
import { KindIcon } from '../sidebar/KindIcon.tsx'
import { MenuAt } from '../ui/MenuAt.tsx'
import type { Point } from '../workspace/document.ts'
import { perform } from '../workspace/perform.ts'
import { rename, select, useWorkspace } from '../workspace/workspace.ts'
import { type QuickAdd, quickAddChoices } from './quick-add-choices.ts'
import { closeQuickAdd, useQuickAdd } from './quick-add-state.ts'

/** Where a line was dropped on nothing: what could stand there, added and connected as one step. */
export function QuickAddMenu() {
  const open = useQuickAdd(state => state.open)
  const model = useWorkspace(state => state.document.model)
  if (!open) return null
  const name = entityById(model, open.from)?.name ?? ''
  return (
    <MenuAt
      key={`${open.at.x} ${open.at.y}`}
      at={open.at}
      label={`Add and connect to ${name}`}
      groups={[
        {
          heading: `New, connected to ${name}`,
          entries: quickAddChoices(model, open.from).map(choice => ({
            label: choice.kind.label,
            hint: choice.verb,
            icon: <KindIcon kind={choice.kind.icon} service={choice.kind.service} />,
            onSelect: () => addConnected(choice, open.point),
          })),
        },
      ]}
      onClose={closeQuickAdd}
    />
  )
}

function addConnected({ id, create, connect, ask, verb, home, kind }: QuickAdd, point: Point) {
  const { layout } = useWorkspace.getState().document
  // The line ends at the side of the new thing where its handle is.
  const right = kind.icon === 'policy' || kind.icon === 'resource'
  const corner = { x: point.x - (right ? 0 : card.width), y: point.y - card.height / 2 }
  const placed = withPositions(layout, new Map([[id, corner]]))
  const carryOut = (connecting: Command) => {
    const command: Command = { type: 'Batch', commands: [create, connecting] }
    const result = perform({ command, layout: home ? homeChosen(placed, [id], home) : placed, label: verb })
    if (!result.ok) return
    select({ kind: 'entities', ids: [id] })
    rename(id)
  }
  if (ask) askFirst({ ...ask, carryOut })
  else carryOut(connect)
}
