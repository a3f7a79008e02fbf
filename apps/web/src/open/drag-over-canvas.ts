import { canvasPoint, shownBoxes } from '../canvas/canvas-view.ts'
import { noDrag, useDrag } from '../canvas/drag-state.ts'
import { hitAt } from '../canvas/hit-test.ts'
import { card } from '../canvas/sizes.ts'
import { pasteText } from '../clipboard/paste.ts'
import type { Point } from '../workspace/document.ts'
import { useWorkspace } from '../workspace/workspace.ts'
import { dropPolicyText, type TextPlace } from './drop-text.ts'
import { openFile } from './open-file.ts'
import { policyIn, textHint } from './text-drop.ts'

const hitUnder = (pointer: Point) => hitAt(shownBoxes(), canvasPoint(pointer), new Set())

/** Says beside the pointer what a drop of a file or text there would do. */
export function hintAt(pointer: Point) {
  const hit = hitUnder(pointer)
  const { model } = useWorkspace.getState().document
  useDrag.setState({ target: hit?.id, verdict: textHint(model, hit?.id, hit?.body ?? false), pointer })
}

export const endHint = () => useDrag.setState(noDrag)

function placeAt(pointer: Point | undefined): TextPlace {
  if (!pointer) return {}
  const hit = hitUnder(pointer)
  const { x, y } = canvasPoint(pointer)
  return { target: hit?.id, body: hit?.body ?? false, at: { x: x - card.width / 2, y: y - card.height / 2 } }
}

/** Opens a dropped file; a policy goes to what is under the pointer. */
export const dropFile = (file: File, pointer: Point | undefined) => openFile(file, placeAt(pointer))

/** Text out of another window, or out of the editor beside the canvas. */
export function dropText(text: string, pointer: Point) {
  const place = placeAt(pointer)
  const policy = policyIn(text)
  if (policy === undefined) pasteText(text, place.at)
  else dropPolicyText({ name: 'DroppedPolicy', text: policy, how: 'added' }, place)
}
