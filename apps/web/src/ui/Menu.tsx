import { lazy, type ReactNode, Suspense } from 'react'

const DropdownMenu = lazy(() => import('./DropdownMenu.tsx'))

export interface MenuEntry {
  readonly label: string
  readonly onSelect: () => void
  readonly icon?: ReactNode
  readonly keys?: string
  readonly hint?: string
  readonly disabled?: boolean
  readonly danger?: boolean
}

/** Groups of entries, parted by a line. A group may have a heading. */
export interface MenuGroup {
  readonly heading?: string
  readonly entries: readonly MenuEntry[]
}

export interface MenuProps {
  readonly trigger: ReactNode
  readonly groups: readonly MenuGroup[]
  readonly align?: 'start' | 'end'
}

/** A menu behind a button. What draws it is loaded after the page answers; until then the button only stands there. */
export function Menu(props: MenuProps) {
  return (
    <Suspense fallback={props.trigger}>
      <DropdownMenu {...props} />
    </Suspense>
  )
}
