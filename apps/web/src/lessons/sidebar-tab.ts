import { create } from 'zustand'

/** Which side of the left panel is shown: what can be added, or what can be learned. */
export const useSidebarTab = create<{ readonly tab: 'build' | 'learn' | 'policies' }>()(() => ({
  tab: 'build',
}))

export const showTab = (tab: 'build' | 'learn' | 'policies') => useSidebarTab.setState({ tab })
