import type { LintSeverity } from '@iam-canvas/core/lint'
import { create } from 'zustand'

interface ProblemsPanelState {
  readonly open: boolean
  /** Which severities are shown; none at all means all of them. */
  readonly severities: readonly LintSeverity[]
  readonly search: string
}

export const useProblemsPanel = create<ProblemsPanelState>()(() => ({
  open: false,
  severities: [],
  search: '',
}))

export const toggleProblems = () => useProblemsPanel.setState(({ open }) => ({ open: !open }))
export const closeProblems = () => useProblemsPanel.setState({ open: false })
