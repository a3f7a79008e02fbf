import { create } from 'zustand'

export type Theme = 'light' | 'dark'

const storageKey = 'iam-canvas.theme'
const systemDark = window.matchMedia('(prefers-color-scheme: dark)')

function remembered(): Theme | undefined {
  try {
    const stored = localStorage.getItem(storageKey)
    return stored === 'light' || stored === 'dark' ? stored : undefined
  } catch {
    // Storage may be refused altogether; the system's setting then holds.
    return undefined
  }
}

function show(theme: Theme) {
  document.documentElement.dataset.theme = theme
}

/** Follows the system until the person chooses; the choice is remembered in this browser. */
export const useTheme = create<{ theme: Theme; toggle: () => void }>()((set, get) => ({
  theme: remembered() ?? (systemDark.matches ? 'dark' : 'light'),
  toggle: () => {
    const theme = get().theme === 'dark' ? 'light' : 'dark'
    set({ theme })
    show(theme)
    try {
      localStorage.setItem(storageKey, theme)
    } catch {
      // Not remembered, but shown.
    }
  },
}))

show(useTheme.getState().theme)
systemDark.addEventListener('change', event => {
  if (remembered()) return
  const theme = event.matches ? 'dark' : 'light'
  useTheme.setState({ theme })
  show(theme)
})
