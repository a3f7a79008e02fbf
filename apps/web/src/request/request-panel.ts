import { create } from 'zustand'

interface RequestPanelState {
  /** Whether the request is open for changes. */
  readonly open: boolean
  /** Where the focus was, and goes back to. */
  readonly from: HTMLElement | undefined
}

export const useRequestPanel = create<RequestPanelState>()(() => ({ open: false, from: undefined }))

export function showRequest(open: boolean) {
  const { activeElement } = document
  useRequestPanel.setState(now => ({
    open,
    from: open ? (activeElement instanceof HTMLElement ? activeElement : undefined) : now.from,
  }))
}

/** Gives the focus back; false when what had it is gone. */
export function leaveRequest(): boolean {
  const { from } = useRequestPanel.getState()
  if (!from?.isConnected || from === document.body) return false
  from.focus({ preventScroll: true })
  return true
}
