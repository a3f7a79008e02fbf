import type { Action, ActionGroup } from '../actions/action.ts'
import { actions } from '../actions/actions.ts'
import { keyText } from '../actions/keys.ts'
import { openNotices } from '../notices/notices-state.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useSettings } from '../workspace/settings.ts'
import { closeShortcuts, useShortcuts } from './shortcuts-state.ts'
import styles from './Shortcuts.module.css'

const order: readonly ActionGroup[] = ['Edit', 'Connect', 'Add', 'Arrange', 'View', 'Go to', 'Model', 'Help']

const mod = keyText('Mod')

/** What is done with a pointer, or with a key and what has the focus: no action stands behind these. */
const gestures: readonly (readonly [string, string])[] = [
  ['Tab', 'Next node or line'],
  ['Enter', 'Select, then open in the inspector'],
  ['Esc', 'Cancel a drag, or deselect'],
  ['Shift F10', 'Menu of what can be done here'],
  ['Shift click', 'Add to the selection'],
  ['Drag on empty', 'Select what is inside'],
  ['Alt drag', 'Move only, change nothing'],
  [`${mod} drag`, 'Join a group and stay in the other'],
  ['Space drag', 'Pan'],
  [`${mod} wheel`, 'Zoom'],
  [`${mod} Blank`, 'In a policy text: what can stand here'],
  ['Shift F1', 'In a policy text: what stands at the cursor'],
  ['Shift Alt F', 'In a policy text: set it in lines'],
  ['F1', 'In a policy text: the action at the cursor, in the AWS reference'],
  ['F8', 'Next remark in a policy text'],
  [`${mod} .`, 'In a policy text: mend what is remarked on'],
]

export function Shortcuts() {
  const open = useShortcuts(state => state.open)
  const letterKeys = useSettings(state => state.letterKeys)
  return (
    <Dialog open={open} onClose={closeShortcuts} title="Keyboard shortcuts" wide>
      <div className={styles.groups}>
        {order.map(group => (
          <Keys key={group} title={group} rows={rowsOf(group)} />
        ))}
        <Keys title="On the canvas" rows={gestures} />
      </div>
      <label className={styles.choice}>
        <input
          type="checkbox"
          checked={letterKeys}
          onChange={event => useSettings.setState({ letterKeys: event.target.checked })}
        />
        Single letters act on the canvas
      </label>
      <p>
        <Button
          look="quiet"
          onClick={() => {
            closeShortcuts()
            openNotices()
          }}
        >
          Third-party notices
        </Button>
      </p>
    </Dialog>
  )
}

function Keys({
  title,
  rows,
}: {
  readonly title: string
  readonly rows: readonly (readonly [string, string])[]
}) {
  return (
    <section>
      <h3>{title}</h3>
      <dl>
        {rows.map(([key, what]) => (
          <div key={what}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** Four arrows that do the same in four directions are one row. */
const fourWays = /^(?:Follow a line|Move) left/

function rowsOf(group: ActionGroup): readonly (readonly [string, string])[] {
  return actions.filter(action => action.group === group && isListed(action)).map(rowOf)
}

const isListed = ({ keys, hidden, title }: Action) =>
  keys !== undefined && !hidden && !/^(?:Follow a line|Move) (?:right|up|down)/.test(title)

function rowOf({ title, keys = [] }: Action): readonly [string, string] {
  const key = keys.map(keyText).join(' or ')
  return fourWays.test(title) ? [key.replace('←', 'arrows'), title.replace(' left', '')] : [key, title]
}
