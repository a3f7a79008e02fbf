import type { Point } from '../workspace/document.ts'

let point: Point | undefined

/** Where on the canvas the open context menu was asked for: what it pastes or adds comes there. */
export const menuPoint = () => point

export const setMenuPoint = (at: Point | undefined) => {
  point = at
}
