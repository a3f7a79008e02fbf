import { GraduationCap, Library as Books, Shapes } from 'lucide-react'
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

// AWS's own vocabulary is large, and nothing of it is needed before somebody looks for it.
const AwsPanel = lazy(() => import('../library/AwsPanel.tsx'))

const tabs = [
  { tab: 'build', label: 'Build', name: 'Build', icon: Shapes },
  { tab: 'learn', label: 'Learn', name: 'Learn', icon: GraduationCap },
  { tab: 'policies', label: 'AWS', name: 'AWS policies and actions', icon: Books },
] as const

/** The left panel: what can be added and what is there, a lesson, or AWS's managed policies. */
export function Sidebar() {
  const tab = useSidebarTab(state => state.tab)
  const modelId = useWorkspace(state => state.modelId)
  const guide = useLearning(state => guideOf(state, modelId)?.id)
  // What guides through a model comes up with it, before the canvas is measured.
  useLayoutEffect(() => showTab(guide === undefined ? 'build' : 'learn'), [guide])
  return (
    <div className={styles.sidebar}>
      <div role="tablist" aria-label="Left panel" className={styles.tabs}>
        {tabs.map(({ tab: own, label, name, icon: Icon }, index) => (
          <button
            key={own}
            type="button"
            role="tab"
            id={`tab-${own}`}
            aria-label={name}
            title={name}
            aria-selected={own === tab}
            aria-controls="left-panel"
            tabIndex={own === tab ? 0 : -1}
            className={styles.tab}
            onClick={() => showTab(own)}
            onKeyDown={event => {
              const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
              const next = tabs[(index + step + tabs.length) % tabs.length]
              if (step === 0 || !next) return
              event.preventDefault()
              showTab(next.tab)
              document.getElementById(`tab-${next.tab}`)?.focus()
            }}
          >
            <Icon size={14} strokeWidth={1.75} aria-hidden />
            {label}
          </button>
        ))}
      </div>
      <div role="tabpanel" id="left-panel" aria-labelledby={`tab-${tab}`} className={styles.content}>
        {tab === 'build' && (
          <>
            <Palette />
            <Outline />
          </>
        )}
        {tab === 'learn' && (
          <ErrorBoundary what="the lessons">
            <Suspense fallback={<p className={styles.loading}>Loading the lessons …</p>}>
              <LearnPanel />
            </Suspense>
          </ErrorBoundary>
        )}
        {tab === 'policies' && (
          <ErrorBoundary what="the vocabulary of AWS">
            <Suspense fallback={<p className={styles.loading}>Loading …</p>}>
              <AwsPanel />
            </Suspense>
          </ErrorBoundary>
        )}
      </div>
    </div>
  )
}
