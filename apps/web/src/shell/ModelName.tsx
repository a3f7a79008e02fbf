import { perform } from '../workspace/perform.ts'
import { useWorkspace } from '../workspace/workspace.ts'
import styles from './ModelName.module.css'

/** The model's name; a field that looks like text until it is used. */
export function ModelName() {
  const name = useWorkspace(state => state.document.model.name)
  const commitName = (value: string) => {
    if (value !== '' && value !== name) perform({ command: { type: 'RenameModel', name: value } })
  }
  return (
    <input
      key={name}
      className={styles.name}
      aria-label="Name of the model"
      defaultValue={name}
      size={Math.max(6, Math.min(28, name.length))}
      maxLength={128}
      spellCheck={false}
      onBlur={event => {
        commitName(event.currentTarget.value.trim())
        event.currentTarget.value = useWorkspace.getState().document.model.name
      }}
      onKeyDown={event => {
        if (event.key === 'Escape') event.currentTarget.value = name
        if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur()
      }}
    />
  )
}
