import type { EntityId } from '@iam-canvas/core'
import { create } from 'zustand'
import type { StatementSource } from '../statements/statement-drop.ts'

interface ConnectState {
  readonly from: EntityId | undefined
  readonly purpose: 'connect' | 'move' | 'statements'
  /** The one statement that is to go somewhere; without it, those of the policy `from`. */
  readonly statement: StatementSource | undefined
}

const closed: ConnectState = { from: undefined, purpose: 'connect', statement: undefined }

/** Whether the list of connections is open, and for what. */
export const useConnectDialog = create<ConnectState>()(() => closed)

export const openConnect = (from: EntityId, purpose: ConnectState['purpose'] = 'connect') =>
  useConnectDialog.setState({ from, purpose, statement: undefined })

/** Where one statement could go. */
export const openStatements = (statement: StatementSource) =>
  useConnectDialog.setState({ from: undefined, purpose: 'statements', statement })

export const closeConnect = () => useConnectDialog.setState(closed)
