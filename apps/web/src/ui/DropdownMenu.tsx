import { useQuery } from '@tanstack/react-query'
import { ChevronRight } from 'lucide-react'
import { DropdownMenu as Radix } from 'radix-ui'
import type { MenuEntry, MenuGroup, MenuProps } from './Menu.tsx'
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
            {group.entries.map(entry =>
              entry.entries ? (
                <Submenu key={entry.label} entry={entry} entries={entry.entries} />
              ) : (
                <Radix.Item
                  key={entry.label}
                  className={`${styles.item} ${entry.danger ? styles.danger : ''}`}
                  disabled={entry.disabled ?? false}
                  onSelect={() => entry.onSelect?.()}
                >
                  <ItemWords entry={entry} />
                </Radix.Item>
              ),
            )}
          </Radix.Group>
        ))}
    </>
  )
}

function ItemWords({ entry }: { readonly entry: MenuEntry }) {
  return (
    <>
      <span className={styles.icon}>{entry.icon}</span>
      <span className={styles.label}>
        {entry.label}
        {entry.hint && <span className={styles.hint}>{entry.hint}</span>}
      </span>
      {entry.keys && <kbd className={styles.keys}>{entry.keys}</kbd>}
    </>
  )
}

interface SubmenuProps {
  readonly entry: MenuEntry
  readonly entries: () => Promise<readonly MenuEntry[]>
}

function Submenu({ entry, entries }: SubmenuProps) {
  return (
    <Radix.Sub>
      <Radix.SubTrigger className={styles.item}>
        <ItemWords entry={entry} />
        <ChevronRight size={14} strokeWidth={1.75} aria-hidden />
      </Radix.SubTrigger>
      <Radix.Portal>
        <Radix.SubContent className={styles.menu} sideOffset={4} collisionPadding={8}>
          <Fetched name={entry.label} entries={entries} />
        </Radix.SubContent>
      </Radix.Portal>
    </Radix.Sub>
  )
}

function Fetched({ name, entries }: Pick<SubmenuProps, 'entries'> & { readonly name: string }) {
  const { data = [] } = useQuery({ queryKey: ['menu', name], queryFn: entries })
  return <MenuItems groups={[{ entries: data }]} />
}
