import { useSettings } from '../workspace/settings.ts'
import { useWorkspace } from '../workspace/workspace.ts'
import type { Action, Subject } from './action.ts'
import { addActions } from './add-actions.ts'
import { arrangeActions } from './arrange-actions.ts'
import { editActions } from './edit-actions.ts'
import { helpActions } from './help-actions.ts'
import { isCharacter, isPressed, type Pressed } from './keys.ts'
import { modelActions } from './model-actions.ts'
import { requestActions } from './request-actions.ts'
import { viewActions } from './view-actions.ts'

/** Everything that can be done by key, palette or context menu, in the order in which menus list it. */
export const actions: readonly Action[] = [
  ...editActions,
  ...arrangeActions,
  ...addActions,
  ...viewActions,
  ...requestActions,
  ...modelActions,
  ...helpActions,
]

export const canRun = (action: Action) => action.when?.(useWorkspace.getState()) ?? true

/** What a context menu on this offers. */
export const actionsFor = (subject: Subject): readonly Action[] =>
  actions.filter(action => action.menu?.includes(subject) && canRun(action))

/** The action that a key means here: only there, only now, and no single character for people who switched them off. */
export function actionOfKey(
  event: Pressed,
  { onCanvas, typing }: { readonly onCanvas: boolean; readonly typing: boolean },
): Action | undefined {
  const { letterKeys } = useSettings.getState()
  return actions.find(action => {
    if (action.byBrowser || (action.onCanvas && !onCanvas) || (typing && !action.whileTyping)) return false
    const key = action.keys?.find(spec => isPressed(spec, event))
    return key !== undefined && (letterKeys || !isCharacter(key)) && canRun(action)
  })
}
