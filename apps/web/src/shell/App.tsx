import { Minimize2 } from 'lucide-react'
import { lazy, useLayoutEffect } from 'react'
import { Canvas } from '../canvas/Canvas.tsx'
import { OpenConceptCard } from '../concepts/Term.tsx'
import { useHistoryDrawer } from '../history-panel/history-state.ts'
import { DropZone } from '../open/DropZone.tsx'
import { useSidebarTab } from '../lessons/sidebar-tab.ts'
import { useFollowedLesson } from '../lessons/use-followed-lesson.ts'
import { Button } from '../ui/Button.tsx'
import { useStartPage } from '../start/start-state.ts'
import { Messages } from '../ui/Messages.tsx'
import { Splitter } from '../ui/Splitter.tsx'
import { toggleFocusMode, useFocusMode, useSettings } from '../workspace/settings.ts'
import styles from './App.module.css'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { listenToKeys } from './late-keys.ts'
import { Part } from './Part.tsx'
import { useProblemsPanel } from '../problems/problems-panel-state.ts'

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
  useLayoutEffect(listenToKeys, [])
  return (
    <div className={styles.app}>
      {!alone && (
        <Part what="the top bar" until={<div className={styles.bar} />} render={({ TopBar }) => <TopBar />} />
      )}
      <Part what="the notice of other tabs" render={({ TabNotice }) => <TabNotice />} />
      <div className={styles.middle}>
        {sidebar && (
          <aside
            className={`${styles.sidebar} ${tab === 'build' ? '' : styles.learning}`}
            aria-label={panelNames[tab]}
            data-region="palette"
          >
            <Part what="the left panel" render={({ Sidebar }) => <Sidebar />} />
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
          {history && !alone && <Part what="the history" render={() => <HistoryDrawer />} />}
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
              <Part what="the inspector" render={() => <Inspector />} />
            </aside>
          </>
        )}
      </div>
      {problems && <Part what="the list of problems" render={() => <ProblemsPanel />} />}
      {!alone && (
        <Part
          what="the status"
          until={<div className={styles.strip} />}
          render={({ StatusStrip }) => <StatusStrip />}
        />
      )}
      <OpenConceptCard />
      <DropZone />
      <Part what="a dialog" render={() => <Dialogs />} />
    </div>
  )
}
