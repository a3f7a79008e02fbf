import type { Selection } from '../workspace/selection.ts'
import type { Workspace } from '../workspace/workspace.ts'
import type { KeySpec } from './keys.ts'

export type ActionGroup = 'Edit' | 'Connect' | 'Add' | 'Arrange' | 'View' | 'Go to' | 'Model' | 'Help'

/** What was pointed at when a context menu is opened. */
export type Subject = 'entity' | 'note' | 'line' | 'canvas'

/**
 * Something that can be done. Keys, command palette, context menu and the list of shortcuts are all made from these,
 * so that none of them can know something that the others do not.
 */
export interface Action {
  readonly id: string
  /** A verb and its object, in sentence case. */
  readonly title: string
  readonly group: ActionGroup
  readonly keys?: readonly KeySpec[]
  /** Keys that act only while the canvas has the focus. Those of the others act everywhere but in text fields. */
  readonly onCanvas?: boolean
  /** Its keys act even while something is typed. */
  readonly whileTyping?: boolean
  /** The browser tells by an event of its own that its keys were pressed; they are listed, and not listened to. */
  readonly byBrowser?: boolean
  /** Answers its keys, and is listed nowhere. */
  readonly hidden?: boolean
  /** Whose context menu lists it. */
  readonly menu?: readonly Subject[]
  /** Words that find it in the palette beside its title. */
  readonly words?: string
  readonly danger?: boolean
  /** Whether it can be done now; it is left out of menus otherwise, and its keys do nothing. */
  readonly when?: (workspace: Workspace) => boolean
  readonly run: () => void
}

export const picked = (selection: Selection): number =>
  selection.kind === 'entities' ? selection.ids.length + (selection.notes?.length ?? 0) : 0
