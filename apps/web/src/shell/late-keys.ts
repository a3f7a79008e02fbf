import type { canvasKeys } from '../canvas/canvas-keys.ts'
import { useBeside, withBeside } from './use-beside.ts'

/** Keys that act anywhere, and copy, cut and paste. Call while the app is shown; gives what ends it. */
export function listenToKeys(): () => void {
  let stopped = false
  let stopClipboard = () => {}
  // A key that is pressed before what it does has been loaded waits for it.
  const press = (event: KeyboardEvent) => {
    const early = useBeside.getState().beside === undefined
    withBeside(({ appKeys, canvasKeys: keys }) => {
      const { target } = event
      const onCanvas = target instanceof Element && target.closest('[data-region="canvas"]') !== null
      if (early && onCanvas) keys(event)
      else appKeys(event)
    })
  }
  window.addEventListener('keydown', press)
  withBeside(({ listenToClipboard }) => {
    if (!stopped) stopClipboard = listenToClipboard()
  })
  return () => {
    stopped = true
    stopClipboard()
    window.removeEventListener('keydown', press)
  }
}

/** Keys of the canvas. Those that come too early `listenToKeys` keeps. */
export const keysOfCanvas = (event: Parameters<typeof canvasKeys>[0]) =>
  useBeside.getState().beside?.canvasKeys(event)
