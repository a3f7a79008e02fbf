import type { EntityId } from '@iam-canvas/core'
import { useLayoutEffect, useRef } from 'react'
import { withBeside } from '../../shell/use-beside.ts'
import { rename, useWorkspace } from '../../workspace/workspace.ts'
import styles from './nodes.module.css'

interface NodeNameProps {
  readonly id: EntityId
  readonly name: string
}

/** A node's name; while it is being renamed, a field in its place. Enter keeps, Escape goes back. */
export function NodeName({ id, name }: NodeNameProps) {
  const renaming = useWorkspace(state => state.renaming === id)
  return renaming ? <NameField id={id} name={name} /> : <bdi className={styles.name}>{shown(name)}</bdi>
}

function NameField({ id, name }: NodeNameProps) {
  const field = useRef<HTMLInputElement>(null)
  // At once where the canvas has the focus, so that the first key is already typed into it. A menu or dialog gives the
  // focus up only after it has closed, and a node that is just being added cannot be focused before the next frame.
  useLayoutEffect(() => {
    const enter = () => {
      field.current?.focus({ preventScroll: true })
      field.current?.select()
    }
    if (document.activeElement?.closest('[data-region="canvas"]')) enter()
    if (document.activeElement === field.current) return undefined
    const frame = requestAnimationFrame(enter)
    return () => cancelAnimationFrame(frame)
  }, [])
  const finish = (value: string) => {
    rename(undefined)
    if (value !== name && value !== '') withBeside(({ renameEntity }) => renameEntity(id, value))
    document
      .querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(id)}"]`)
      ?.focus({ preventScroll: true })
  }
  return (
    <input
      ref={field}
      className={`${styles.nameField} nodrag nopan nokey`}
      aria-label={`New name for ${name}`}
      defaultValue={name}
      spellCheck={false}
      onBlur={event => finish(event.currentTarget.value.trim())}
      onKeyDown={event => {
        event.stopPropagation()
        if (event.key === 'Enter') event.currentTarget.blur()
        if (event.key === 'Escape') {
          event.currentTarget.value = name
          event.currentTarget.blur()
        }
      }}
    />
  )
}

/** Control and direction marks in a name from a file are shown, not obeyed. */
export const shown = (name: string) =>
  name.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '␣')
