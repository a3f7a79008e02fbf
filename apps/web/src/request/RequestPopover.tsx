import { Popover } from 'radix-ui'
import { type ReactElement, useEffect, useRef } from 'react'
import { hintAt } from '../canvas/hinted-line.ts'
import { RequestPanel } from './RequestPanel.tsx'
import styles from './RequestPopover.module.css'
import { leaveRequest, showRequest, useRequestPanel } from './request-panel.ts'

/** The request that is asked about, beside the canvas that follows it. */
export default function RequestPopover({ trigger }: { readonly trigger: ReactElement }) {
  const open = useRequestPanel(state => state.open)
  const search = useRef<HTMLInputElement>(null)
  const leftByPointer = useRef(false)
  // A line that was pointed at from here is let go with the panel.
  useEffect(() => (open ? () => hintAt(undefined) : undefined), [open])
  return (
    <Popover.Root open={open} onOpenChange={showRequest}>
      <Popover.Trigger asChild>{trigger}</Popover.Trigger>
      {/* Beside the canvas, not over it: the lines are what one wants to watch. */}
      <Popover.Anchor className={styles.anchor} />
      <Popover.Portal>
        <Popover.Content
          className={styles.panel}
          align="end"
          sideOffset={8}
          collisionPadding={8}
          aria-label="Request"
          onOpenAutoFocus={event => {
            event.preventDefault()
            leftByPointer.current = false
            search.current?.focus()
          }}
          onInteractOutside={() => {
            leftByPointer.current = true
          }}
          onCloseAutoFocus={event => {
            // Opened by a key on the canvas, it gives the focus back there and not to its button.
            if (leftByPointer.current || leaveRequest()) event.preventDefault()
          }}
        >
          <RequestPanel search={search} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}
