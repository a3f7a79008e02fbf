import { Minimize2 } from 'lucide-react'
import { lazy, Suspense, useLayoutEffect } from 'react'
import { Canvas } from '../canvas/Canvas.tsx'
import { OpenConceptCard } from '../concepts/Term.tsx'
import { useHistoryDrawer } from '../history-panel/history-state.ts'
import { DropZone } from '../open/DropZone.tsx'
import { useSidebarTab } from '../lessons/sidebar-tab.ts'
import { useFollowedLesson } from '../lessons/use-followed-lesson.ts'
import { Sidebar } from '../sidebar/Sidebar.tsx'
import { listenToClipboard } from '../clipboard/clipboard-events.ts'
import { Button } from '../ui/Button.tsx'
import { TabNotice } from '../open/TabNotice.tsx'
import { useStartPage } from '../start/start-state.ts'
import { Messages } from '../ui/Messages.tsx'
import { Splitter } from '../ui/Splitter.tsx'
import { toggleFocusMode, useFocusMode, useSettings } from '../workspace/settings.ts'
import styles from './App.module.css'
import { appKeys } from './app-keys.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { useProblemsPanel } from '../problems/problems-panel-state.ts'
import { StatusStrip } from './StatusStrip.tsx'
import { TopBar } from './TopBar.tsx'

// The canvas answers first; what stands beside it or opens over it follows.
const Inspector = lazy(() => import('../inspector/Inspector.tsx'))
const HistoryDrawer = lazy(() => import('../history-panel/HistoryDrawer.tsx'))
const Dialogs = lazy(() => import('./Dialogs.tsx'))
const ProblemsPanel = lazy(() => import('../problems/ProblemsPanel.tsx'))

const panelNames = { build: 'Add and outline', learn: 'Lessons', policies: 'Library' } as const

export function App() {
  const settings = useSettings()
  const alone = useFocusMode(state => state.on)
  const history = useHistoryDrawer(state => state.open)
  const sidebar = settings.sidebar && !alone
  const inspector = settings.inspector && !alone
  const tab = useSidebarTab(state => state.tab)
  useFollowedLesson()
  const startPage = useStartPage(state => state.open)
  const problems = useProblemsPanel(state => state.open) && !alone
  // Before the first paint: whoever sees the canvas may press a key.
  useLayoutEffect(() => {
    window.addEventListener('keydown', appKeys)
    const stop = listenToClipboard()
    return () => {
      window.removeEventListener('keydown', appKeys)
      stop()
    }
  }, [])
  return (
    <div className={styles.app}>
      {!alone && <TopBar />}
      <TabNotice />
      <div className={styles.middle}>
        {sidebar && (
          <aside
            className={`${styles.sidebar} ${tab === 'build' ? '' : styles.learning}`}
            aria-label={panelNames[tab]}
            data-region="palette"
          >
            <Sidebar />
          </aside>
        )}
        <main className={styles.main}>
          <div className={styles.stage}>
            <ErrorBoundary what="the canvas">
              <Canvas />
            </ErrorBoundary>
            {alone && (
              <Button
                className={styles.leave}
                icon={<Minimize2 size={15} strokeWidth={1.75} />}
                onClick={toggleFocusMode}
              >
                Show the panels
              </Button>
            )}
            {/* The start page lies over everything and shows them itself. */}
            <div className={styles.messages}>{!startPage && <Messages />}</div>
          </div>
          {history && !alone && (
            <ErrorBoundary what="the history">
              <Suspense>
                <HistoryDrawer />
              </Suspense>
            </ErrorBoundary>
          )}
        </main>
        {inspector && (
          <>
            <Splitter
              label="Width of the inspector"
              side="right"
              width={settings.inspectorWidth}
              min={320}
              max={720}
              onResize={width => useSettings.setState({ inspectorWidth: width })}
            />
            <aside
              className={styles.inspector}
              style={{ width: settings.inspectorWidth }}
              aria-label="Inspector"
              data-region="inspector"
            >
              <ErrorBoundary what="the inspector">
                <Suspense>
                  <Inspector />
                </Suspense>
              </ErrorBoundary>
            </aside>
          </>
        )}
      </div>
      {problems && (
        <ErrorBoundary what="the list of problems">
          <Suspense>
            <ProblemsPanel />
          </Suspense>
        </ErrorBoundary>
      )}
      {!alone && <StatusStrip />}
      <OpenConceptCard />
      <DropZone />
      <ErrorBoundary what="a dialog">
        <Suspense>
          <Dialogs />
        </Suspense>
      </ErrorBoundary>
    </div>
  )
}
