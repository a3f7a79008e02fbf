import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextDiff } from '../ui/TextDiff.tsx'
import styles from './AskDialog.module.css'
import { stopAsking, useAskedFirst } from './ask-first.ts'

/** Asks before a drop that would lose something, or that can mean several things. */
export function AskDialog() {
  const asked = useAskedFirst(state => state.asked)
  if (!asked) return null
  const { title, points, compare, choices, carryOut } = asked
  return (
    <Dialog
      open
      onClose={stopAsking}
      title={title}
      {...(compare && { wide: true })}
      footer={
        <>
          <Button onClick={stopAsking}>Cancel</Button>
          {choices.map(({ label, command }, index) => (
            <Button
              key={label}
              look={index === 0 ? 'primary' : 'plain'}
              {...(index === 0 && { 'data-autofocus': true })}
              onClick={() => {
                stopAsking()
                carryOut(command)
              }}
            >
              {label}
            </Button>
          ))}
        </>
      }
    >
      {points.length > 0 && (
        <ul className={styles.points}>
          {points.map(point => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      )}
      {compare && <TextDiff {...compare} />}
    </Dialog>
  )
}
