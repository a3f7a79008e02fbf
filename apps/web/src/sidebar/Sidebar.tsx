import { GraduationCap, Shapes } from 'lucide-react'
import { lazy, Suspense, useLayoutEffect } from 'react'
import { guideOf, useLearning } from '../lessons/learning.ts'
import { showTab, useSidebarTab } from '../lessons/sidebar-tab.ts'
import { ErrorBoundary } from '../shell/ErrorBoundary.tsx'
import { useWorkspace } from '../workspace/workspace.ts'
import { Outline } from './Outline.tsx'
import { Palette } from './Palette.tsx'
import styles from './Sidebar.module.css'

// Lessons and examples are fetched when somebody wants to learn.
const LearnPanel = lazy(() => import('../lessons/LearnPanel.tsx'))

const tabs = [
  { tab: 'build', label: 'Build', icon: Shapes },
  { tab: 'learn', label: 'Learn', icon: GraduationCap },
] as const

/** The left panel: what can be added and what is there, or a lesson. */
export function Sidebar() {
  const tab = useSidebarTab(state => state.tab)
  const modelId = useWorkspace(state => state.modelId)
  const guide = useLearning(state => guideOf(state, modelId)?.id)
  // What guides through a model comes up with it, before the canvas is measured.
  useLayoutEffect(() => showTab(guide === undefined ? 'build' : 'learn'), [guide])
  return (
    <div className={styles.sidebar}>
      <div role="tablist" aria-label="Left panel" className={styles.tabs}>
        {tabs.map(({ tab: own, label, icon: Icon }) => (
          <button
            key={own}
            type="button"
            role="tab"
            id={`tab-${own}`}
            aria-selected={own === tab}
            aria-controls="left-panel"
            tabIndex={own === tab ? 0 : -1}
            className={styles.tab}
            onClick={() => showTab(own)}
            onKeyDown={event => {
              if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
              event.preventDefault()
              const other = own === 'build' ? 'learn' : 'build'
              showTab(other)
              document.getElementById(`tab-${other}`)?.focus()
            }}
          >
            <Icon size={14} strokeWidth={1.75} aria-hidden />
            {label}
          </button>
        ))}
      </div>
      <div role="tabpanel" id="left-panel" aria-labelledby={`tab-${tab}`} className={styles.content}>
        {tab === 'build' ? (
          <>
            <Palette />
            <Outline />
          </>
        ) : (
          <ErrorBoundary what="the lessons">
            <Suspense fallback={<p className={styles.loading}>Loading the lessons …</p>}>
              <LearnPanel />
            </Suspense>
          </ErrorBoundary>
        )}
      </div>
    </div>
  )
}
