import { Copy, Ellipsis, FolderOpen, Pencil, Trash2 } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { shown } from '../canvas/nodes/NodeName.tsx'
import { count } from '../canvas/node-names.ts'
import { Button } from '../ui/Button.tsx'
import { Menu } from '../ui/Menu.tsx'
import type { ModelCounts, SavedModelHead } from '../workspace/database.ts'
import { ago } from './ago.ts'
import { Thumbnail, usePortrait } from './Thumbnail.tsx'
import styles from './StartPage.module.css'

interface ModelCardProps {
  readonly head: SavedModelHead
  readonly isOpen: boolean
  readonly renaming: boolean
  /** Arrow keys go from card to card; Tab stops at one of them only. */
  readonly tabIndex: 0 | -1
  readonly onFocus: () => void
  readonly onOpen: () => void
  readonly onRename: (name: string | undefined) => void
  readonly onDuplicate: () => void
  readonly onDelete: () => void
  readonly onStartRename: () => void
}

const icon = { size: 15, strokeWidth: 1.75 }

export function ModelCard(props: ModelCardProps) {
  const {
    head,
    isOpen,
    renaming,
    tabIndex,
    onFocus,
    onOpen,
    onRename,
    onDuplicate,
    onDelete,
    onStartRename,
  } = props
  const portrait = usePortrait(head)
  const what = portrait ? countWords(portrait.counts) : ''
  return (
    <li className={styles.card} data-model={head.id}>
      <button
        type="button"
        className={styles.open}
        tabIndex={tabIndex}
        data-card
        aria-label={`${shown(head.name)}${isOpen ? ', open now' : ''}, changed ${ago(head.savedAt)}${what && `, ${what}`}`}
        aria-keyshortcuts="F2 Delete Control+D"
        onFocus={onFocus}
        onClick={onOpen}
      >
        <Thumbnail portrait={portrait} />
      </button>
      <div className={styles.caption}>
        <div className={styles.words}>
          {renaming ? (
            <NameField name={head.name} onDone={onRename} />
          ) : (
            <strong className={styles.name} title={shown(head.name)}>
              <bdi>{shown(head.name)}</bdi>
            </strong>
          )}
          <span className={styles.quiet} title={new Date(head.savedAt).toLocaleString()}>
            {isOpen && <b className={styles.now}>Open now</b>}
            {ago(head.savedAt)}
          </span>
          <span className={styles.quiet}>{what || ' '}</span>
        </div>
        <Menu
          align="end"
          trigger={
            <Button
              look="quiet"
              label={`More for ${shown(head.name)}`}
              icon={<Ellipsis {...icon} />}
              tabIndex={tabIndex}
            />
          }
          groups={[
            {
              entries: [
                { label: 'Open', icon: <FolderOpen {...icon} />, keys: 'Enter', onSelect: onOpen },
                { label: 'Rename', icon: <Pencil {...icon} />, keys: 'F2', onSelect: onStartRename },
                { label: 'Duplicate', icon: <Copy {...icon} />, keys: 'Ctrl D', onSelect: onDuplicate },
              ],
            },
            {
              entries: [
                {
                  label: 'Delete',
                  icon: <Trash2 {...icon} />,
                  keys: 'Delete',
                  danger: true,
                  onSelect: onDelete,
                },
              ],
            },
          ]}
        />
      </div>
    </li>
  )
}

interface NameFieldProps {
  readonly name: string
  /** `undefined`: leave it as it was. */
  readonly onDone: (name: string | undefined) => void
}

function NameField({ name, onDone }: NameFieldProps) {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    // A menu that has just closed gives the focus back to its button first.
    const frame = requestAnimationFrame(() => {
      field.current?.focus()
      field.current?.select()
    })
    return () => cancelAnimationFrame(frame)
  }, [])
  return (
    <input
      ref={field}
      className={styles.nameField}
      aria-label={`New name for ${name}`}
      defaultValue={name}
      maxLength={128}
      spellCheck={false}
      onBlur={event => {
        const value = event.currentTarget.value.trim()
        onDone(value === '' || value === name ? undefined : value)
      }}
      onKeyDown={event => {
        event.stopPropagation()
        if (event.key === 'Escape') {
          event.preventDefault()
          event.currentTarget.value = name
        }
        if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur()
      }}
    />
  )
}

/** "2 users, 1 group, 4 policies"; what there is none of is left out. */
export function countWords(counts: ModelCounts): string {
  const { users, groups, roles, policies, resources } = counts
  const parts = [
    users > 0 && count(users, 'user'),
    groups > 0 && count(groups, 'group'),
    roles > 0 && count(roles, 'role'),
    policies > 0 && count(policies, 'policy', 'policies'),
    resources > 0 && count(resources, 'resource'),
  ]
  return parts.filter(Boolean).join(', ')
}
