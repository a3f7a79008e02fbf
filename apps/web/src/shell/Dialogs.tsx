import { AskDialog } from '../connect/AskDialog.tsx'
import { ConnectDialog } from '../connect/ConnectDialog.tsx'
import { ContextMenu } from '../context-menu/ContextMenu.tsx'
import { OfferTexts } from '../library/OfferTexts.tsx'
import { ImportDialog } from '../open/ImportDialog.tsx'
import { PaletteDialog } from '../palette/PaletteDialog.tsx'
import { IncomingLinkDialog } from '../share/IncomingLinkDialog.tsx'
import { LinkDialog } from '../share/LinkDialog.tsx'
import { PictureDialog } from '../share/PictureDialog.tsx'
import { StartPage } from '../start/StartPage.tsx'
import { VersionsDialog } from '../versions/VersionsDialog.tsx'
import { QuickAddMenu } from '../quick-add/QuickAddMenu.tsx'
import { Shortcuts } from './Shortcuts.tsx'

/** Everything that opens over the app. */
export default function Dialogs() {
  return (
    <>
      <StartPage />
      <VersionsDialog />
      <LinkDialog />
      <PictureDialog />
      <IncomingLinkDialog />
      <ImportDialog />
      <ConnectDialog />
      <ContextMenu />
      <PaletteDialog />
      <AskDialog />
      <QuickAddMenu />
      <Shortcuts />
      <OfferTexts />
    </>
  )
}
