import { cloneElement, lazy, type ReactElement, type ReactNode, Suspense, useState } from 'react'

const DropdownMenu = lazy(() => import('./DropdownMenu.tsx'))

export interface MenuEntry {
  readonly label: string
  readonly onSelect?: () => void
  readonly icon?: ReactNode
  readonly keys?: string
  readonly hint?: string
  readonly disabled?: boolean
  readonly danger?: boolean
  /** Opens a menu beside it instead, whose entries are fetched when it opens. */
  readonly entries?: () => Promise<readonly MenuEntry[]>
}

/** Groups of entries, parted by a line. A group may have a heading. */
export interface MenuGroup {
  readonly heading?: string
  readonly entries: readonly MenuEntry[]
}

export interface MenuProps {
  readonly trigger: ReactElement<{ onClick?: () => void }>
  readonly groups: readonly MenuGroup[]
  readonly align?: 'start' | 'end'
  readonly defaultOpen?: boolean
}

/** A menu behind a button. What draws it is loaded after the page answers; a press before that opens it then. */
export function Menu(props: MenuProps) {
  const [wanted, setWanted] = useState(false)
  return (
    <Suspense fallback={cloneElement(props.trigger, { onClick: () => setWanted(true) })}>
      <DropdownMenu {...props} defaultOpen={wanted} />
    </Suspense>
  )
}
