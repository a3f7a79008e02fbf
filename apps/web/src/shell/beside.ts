/**
 * All that stands beside the canvas and over it, and what hands and keys do on it. One file, so that it comes at once: the
 * canvas is drawn before it.
 */
import '../canvas/words-of-aws.ts'
import '../workspace/deciding/deciding.ts'

export { CanvasToolbar } from '../canvas/CanvasToolbar.tsx'
export { canvasKeys } from '../canvas/canvas-keys.ts'
export { toggleCollapsed } from '../canvas/collapse.ts'
export { EmptyCanvas } from '../canvas/EmptyCanvas.tsx'
export { Hands } from '../canvas/Hands.tsx'
export { listenToClipboard } from '../clipboard/clipboard-events.ts'
export { Reading } from '../open/Reading.tsx'
export { TabNotice } from '../open/TabNotice.tsx'
export { Sidebar } from '../sidebar/Sidebar.tsx'
export { renameEntity } from '../workspace/renaming.ts'
export { appKeys } from './app-keys.ts'
export { Fetching } from './Fetching.tsx'
export { StatusStrip } from './StatusStrip.tsx'
export { TopBar } from './TopBar.tsx'
