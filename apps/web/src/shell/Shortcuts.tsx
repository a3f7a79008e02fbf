import { Dialog } from '../ui/Dialog.tsx'
import { useSettings } from '../workspace/settings.ts'
import { closeShortcuts, useShortcuts } from './shortcuts-state.ts'
import styles from './Shortcuts.module.css'

const mac = /mac/i.test(navigator.platform)
const cmd = mac ? '⌘' : 'Ctrl'

const groups: readonly { readonly title: string; readonly keys: readonly (readonly [string, string])[] }[] = [
  {
    title: 'Anywhere',
    keys: [
      [`${cmd} Z`, 'Undo'],
      [`${cmd} Shift Z`, 'Redo'],
      [`${cmd} S`, 'Save to a file'],
      [`${cmd} O`, 'Open a file'],
      [`${cmd} Enter`, 'Between canvas and inspector'],
      ['F6', 'Next region'],
      ['? or F1', 'This list'],
    ],
  },
  {
    title: 'Single letters, on the canvas',
    keys: [
      ['C', 'Connect the selection'],
      ['M', 'Move a user into a group'],
      ['A', 'Which access lines are drawn'],
      ['U G R P', 'Add a user, group, role, policy'],
      ['B L', 'Add a bucket, a Lambda function'],
    ],
  },
  {
    title: 'On the canvas',
    keys: [
      ['Tab', 'Next node or line'],
      ['Enter', 'Select, then open in the inspector'],
      ['Arrows', 'Move by 8, with Shift by 32'],
      ['F2', 'Rename'],
      ['Delete', 'Delete, or detach a connection'],
      ['Esc', 'Cancel a drag, or deselect'],
      ['Alt drag', 'Move only, change nothing'],
      [`${cmd} drag`, 'Join a group and stay in the other'],
      ['Space drag', 'Pan'],
      [`${cmd} wheel`, 'Zoom'],
    ],
  },
]

export function Shortcuts() {
  const open = useShortcuts(state => state.open)
  const letterKeys = useSettings(state => state.letterKeys)
  return (
    <Dialog open={open} onClose={closeShortcuts} title="Keyboard shortcuts" wide>
      <div className={styles.groups}>
        {groups.map(({ title, keys }) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl>
              {keys.map(([key, what]) => (
                <div key={key}>
                  <dt>
                    <kbd>{key}</kbd>
                  </dt>
                  <dd>{what}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <label className={styles.choice}>
        <input
          type="checkbox"
          checked={letterKeys}
          onChange={event => useSettings.setState({ letterKeys: event.target.checked })}
        />
        Single letters act on the canvas
      </label>
    </Dialog>
  )
}
