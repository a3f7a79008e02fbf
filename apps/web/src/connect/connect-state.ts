import type { EntityId } from '@iam-canvas/core'
import { create } from 'zustand'

interface ConnectState {
  readonly from: EntityId | undefined
  readonly purpose: 'connect' | 'move'
}

/** Whether the list of connections is open, and for what. */
export const useConnectDialog = create<ConnectState>()(() => ({ from: undefined, purpose: 'connect' }))

export const openConnect = (from: EntityId, purpose: ConnectState['purpose'] = 'connect') =>
  useConnectDialog.setState({ from, purpose })

export const closeConnect = () => useConnectDialog.setState({ from: undefined })
