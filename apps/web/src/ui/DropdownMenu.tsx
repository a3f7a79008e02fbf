import { DropdownMenu as Radix } from 'radix-ui'
import type { MenuGroup, MenuProps } from './Menu.tsx'
import styles from './DropdownMenu.module.css'

export default function DropdownMenu({ trigger, groups, align = 'start', defaultOpen = false }: MenuProps) {
  return (
    <Radix.Root modal={false} defaultOpen={defaultOpen}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          className={styles.menu}
          align={align}
          sideOffset={6}
          collisionPadding={8}
          // An entry may have put the focus into a field, such as a name to type over.
          onCloseAutoFocus={event => {
            if (document.activeElement?.matches('input, textarea')) event.preventDefault()
          }}
        >
          <MenuItems groups={groups} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

/** The entries of a menu, whatever opened it. */
export function MenuItems({ groups }: Pick<MenuProps, 'groups'>) {
  return (
    <>
      {groups
        .filter((group: MenuGroup) => group.entries.length > 0)
        .map((group, index) => (
          <Radix.Group key={group.heading ?? index} className={styles.group}>
            {group.heading && <Radix.Label className={styles.heading}>{group.heading}</Radix.Label>}
            {group.entries.map(entry => (
              <Radix.Item
                key={entry.label}
                className={`${styles.item} ${entry.danger ? styles.danger : ''}`}
                disabled={entry.disabled ?? false}
                onSelect={entry.onSelect}
              >
                <span className={styles.icon}>{entry.icon}</span>
                <span className={styles.label}>
                  {entry.label}
                  {entry.hint && <span className={styles.hint}>{entry.hint}</span>}
                </span>
                {entry.keys && <kbd className={styles.keys}>{entry.keys}</kbd>}
              </Radix.Item>
            ))}
          </Radix.Group>
        ))}
    </>
  )
}
