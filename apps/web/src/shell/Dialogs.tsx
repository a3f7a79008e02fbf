import { ConnectDialog } from '../connect/ConnectDialog.tsx'
import { ContextMenu } from '../context-menu/ContextMenu.tsx'
import { ImportDialog } from '../open/ImportDialog.tsx'
import { PaletteDialog } from '../palette/PaletteDialog.tsx'
import { StartPage } from '../start/StartPage.tsx'
import { Shortcuts } from './Shortcuts.tsx'

/** Everything that opens over the app. */
export default function Dialogs() {
  return (
    <>
      <StartPage />
      <ImportDialog />
      <ConnectDialog />
      <ContextMenu />
      <PaletteDialog />
      <Shortcuts />
    </>
  )
}
