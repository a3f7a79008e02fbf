import { DropdownMenu as Radix } from 'radix-ui'
import { useRef } from 'react'
import { giveFocusBack } from './Dialog.tsx'
import { MenuItems } from './DropdownMenu.tsx'
import styles from './DropdownMenu.module.css'
import type { MenuGroup } from './Menu.tsx'

interface MenuAtProps {
  /** The point of the screen at which it opens. */
  readonly at: { readonly x: number; readonly y: number }
  readonly label: string
  readonly heading?: string
  readonly groups: readonly MenuGroup[]
  readonly onClose: () => void
}

/** A menu at a point, without a button. The focus goes back to where it came from. */
export function MenuAt({ at, label, heading, groups, onClose }: MenuAtProps) {
  const cameFrom = useRef(document.activeElement)
  const chosen = useRef<() => void>(undefined)
  const waiting = groups.map(group => ({
    ...group,
    entries: group.entries.map(entry => ({
      ...entry,
      onSelect: () => {
        chosen.current = entry.onSelect
      },
    })),
  }))
  return (
    <Radix.Root open modal={false} onOpenChange={open => !open && onClose()}>
      <Radix.Trigger asChild>
        <span aria-hidden style={{ position: 'fixed', left: at.x, top: at.y, width: 1, height: 1 }} />
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          className={styles.menu}
          aria-label={label}
          aria-labelledby={undefined}
          align="start"
          sideOffset={2}
          collisionPadding={8}
          onContextMenu={event => event.preventDefault()}
          onCloseAutoFocus={event => {
            event.preventDefault()
            giveFocusBack(cameFrom.current)
            // Only now, so that what was chosen can put the focus elsewhere and keeps it.
            chosen.current?.()
          }}
        >
          {heading && <Radix.Label className={styles.heading}>{heading}</Radix.Label>}
          <MenuItems groups={waiting} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
