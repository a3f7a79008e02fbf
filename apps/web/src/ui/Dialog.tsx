import { X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import { type ReactNode, useRef } from 'react'
import { Button } from './Button.tsx'
import styles from './Dialog.module.css'

interface DialogProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly title: string
  readonly description?: string
  readonly children?: ReactNode
  readonly footer?: ReactNode
  /** `panes` is as large as the window bears, and what is inside scrolls by itself. */
  readonly wide?: boolean | 'panes'
}

/** The focus goes to what the dialog is for, where it says so, and not to its close button. */
function focusFirst(event: Event) {
  const first = event.target instanceof Element && event.target.querySelector<HTMLElement>('[data-autofocus]')
  if (!first) return
  event.preventDefault()
  first.focus()
}

/** A line of the canvas is drawn as SVG and can have the focus as well. */
function focused(): HTMLElement | SVGElement | undefined {
  const { activeElement } = document
  return activeElement instanceof HTMLElement || activeElement instanceof SVGElement
    ? activeElement
    : undefined
}

/**
 * Radix asks for this a moment after the dialog is gone. Who has opened the next thing by then and types into it keeps
 * the focus.
 */
export function giveFocusBack(element: Element | null | undefined) {
  const { activeElement, body } = document
  if (activeElement && activeElement !== body) return
  if (element instanceof HTMLElement || element instanceof SVGElement) element.focus({ preventScroll: true })
}

/** A dialog that holds the focus, closes with Escape, and gives the focus back to where it came from. */
export function Dialog({ open, onClose, title, description, children, footer, wide }: DialogProps) {
  const cameFrom = useRef<HTMLElement | SVGElement>(undefined)
  return (
    <Radix.Root open={open} onOpenChange={next => !next && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className={styles.scrim} />
        <Radix.Content
          className={`${styles.dialog} ${wide === 'panes' ? styles.panes : wide ? styles.wide : ''}`}
          onOpenAutoFocus={event => {
            cameFrom.current = focused()
            focusFirst(event)
          }}
          // Radix gives the focus back to its own trigger only, and most dialogs here open by a key.
          onCloseAutoFocus={event => {
            event.preventDefault()
            giveFocusBack(cameFrom.current)
          }}
          {...(description ? {} : { 'aria-describedby': undefined })}
        >
          <header className={styles.header}>
            <Radix.Title className={styles.title}>{title}</Radix.Title>
            <Radix.Close asChild>
              <Button look="quiet" label="Close" icon={<X size={16} strokeWidth={1.75} />} />
            </Radix.Close>
          </header>
          {description && <Radix.Description className={styles.description}>{description}</Radix.Description>}
          <div className={styles.body}>{children}</div>
          {footer && <footer className={styles.footer}>{footer}</footer>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
