import type { AccessChange, Command } from '@iam-canvas/core'
import { create } from 'zustand'
import { useDrag } from '../canvas/drag-state.ts'
import { effectElsewhere, isDecidedElsewhere } from '../workspace/deciding/large-models.ts'
import { pinsOf } from '../workspace/document.ts'
import { useWorkspace } from '../workspace/workspace.ts'
import { type AccessEffect, accessEffect, type ChangedLine } from './access-effect.ts'

interface PreviewState {
  /** What the drop under the pointer would change; absent while it is not known. */
  readonly effect: (AccessChange & { readonly lines: readonly ChangedLine[] }) | undefined
}

/** Apart from the drag itself, so that what follows the pointer is not drawn again by it. */
export const usePreview = create<PreviewState>()(() => ({ effect: undefined }))

/** Longer than this would be felt while dragging. */
const bearable = 12
/** A slow model is asked only once the pointer rests. */
const rest = 220

let shown = ''
let slow = false
let waiting: ReturnType<typeof setTimeout> | undefined

/**
 * Follows what is dragged: as soon as a drop would do something, works out what access that would give and take. Once
 * per target and not per move; never while a frame is due.
 */
export function followDrags(): () => void {
  const stop = useDrag.subscribe(({ verdict }) => {
    const command = verdict?.ok ? verdict.command : undefined
    const key = command ? JSON.stringify(command) : ''
    if (key === shown) return
    shown = key
    clearTimeout(waiting)
    if (usePreview.getState().effect) usePreview.setState({ effect: undefined })
    if (!command || isEmpty(command)) return
    waiting = setTimeout(() => void look(command, key), slow ? rest : 0)
  })
  return () => {
    stop()
    clearTimeout(waiting)
    shown = ''
    usePreview.setState({ effect: undefined })
  }
}

const isEmpty = (command: Command) => command.type === 'Batch' && command.commands.length === 0

async function look(command: Command, key: string) {
  const effect = await effectOf(command)
  // The pointer may have gone on meanwhile.
  if (key === shown) usePreview.setState({ effect })
}

async function effectOf(command: Command): Promise<AccessEffect | undefined> {
  const { document, access, opened, deciding } = useWorkspace.getState()
  if (isDecidedElsewhere(document.model, opened)) {
    const change = deciding ? undefined : await effectElsewhere(command)
    return change && { ...change, lines: [] }
  }
  const begun = performance.now()
  const effect = accessEffect(document.model, access, pinsOf(document), command)
  slow = performance.now() - begun > bearable
  return effect
}
