import { ConnectDialog } from '../connect/ConnectDialog.tsx'
import { ImportDialog } from '../open/ImportDialog.tsx'
import { Shortcuts } from './Shortcuts.tsx'

/** Everything that opens over the app. */
export default function Dialogs() {
  return (
    <>
      <ImportDialog />
      <ConnectDialog />
      <Shortcuts />
    </>
  )
}
