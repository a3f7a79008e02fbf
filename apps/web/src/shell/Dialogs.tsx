import { lazy, Suspense } from 'react'
import { AskDialog } from '../connect/AskDialog.tsx'
import { ConnectDialog } from '../connect/ConnectDialog.tsx'
import { ContextMenu } from '../context-menu/ContextMenu.tsx'
import { useShownPolicy } from '../library/library-state.ts'
import { OfferTexts } from '../library/OfferTexts.tsx'
import { useNotices } from '../notices/notices-state.ts'
import { ImportDialog } from '../open/ImportDialog.tsx'
import { PaletteDialog } from '../palette/PaletteDialog.tsx'
import { useReference } from '../reference/reference-state.ts'
import { IncomingLinkDialog } from '../share/IncomingLinkDialog.tsx'
import { LinkDialog } from '../share/LinkDialog.tsx'
import { PictureDialog } from '../share/PictureDialog.tsx'
import { StartPage } from '../start/StartPage.tsx'
import { VersionsDialog } from '../versions/VersionsDialog.tsx'
import { QuickAddMenu } from '../quick-add/QuickAddMenu.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { Shortcuts } from './Shortcuts.tsx'

// AWS's vocabulary is large, and nothing of it is needed before somebody looks for it.
const ReferenceDialog = lazy(() => import('../reference/ReferenceDialog.tsx'))
const NoticesDialog = lazy(() => import('../notices/NoticesDialog.tsx'))
const ShownPolicy = lazy(() => import('../library/ShownPolicy.tsx'))

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
      <AwsDialogs />
      <Notices />
    </>
  )
}

/** The policy comes last: it opens over the reference. */
function AwsDialogs() {
  const reference = useReference(state => state.open)
  const policy = useShownPolicy(state => state.name !== undefined)
  return (
    <>
      {reference && (
        <ErrorBoundary what="the reference">
          <Suspense>
            <ReferenceDialog />
          </Suspense>
        </ErrorBoundary>
      )}
      {policy && (
        <ErrorBoundary what="the policy">
          <Suspense>
            <ShownPolicy />
          </Suspense>
        </ErrorBoundary>
      )}
    </>
  )
}

function Notices() {
  const open = useNotices(state => state.open)
  return (
    open && (
      <ErrorBoundary what="the notices">
        <Suspense>
          <NoticesDialog />
        </Suspense>
      </ErrorBoundary>
    )
  )
}
