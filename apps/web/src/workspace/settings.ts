import { create } from 'zustand'

interface Settings {
  /** Single letters act on the canvas (WCAG 2.1.4 asks that they can be switched off). */
  readonly letterKeys: boolean
  readonly inspectorWidth: number
  readonly sidebar: boolean
  readonly inspector: boolean
}

const storageKey = 'iam-canvas.settings'
const defaults: Settings = { letterKeys: true, inspectorWidth: 400, sidebar: true, inspector: true }

function remembered(): Settings {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '{}')
    if (typeof stored !== 'object' || stored === null) return defaults
    const known = Object.entries(stored).filter(
      ([key, value]) =>
        Object.hasOwn(defaults, key) && typeof value === typeof defaults[key as keyof Settings],
    )
    return { ...defaults, ...Object.fromEntries(known) }
  } catch {
    return defaults
  }
}

/** The canvas alone: the panels come back as they were. Not remembered, so that nobody opens the page without them. */
export const useFocusMode = create<{ readonly on: boolean }>()(() => ({ on: false }))

export const toggleFocusMode = () => useFocusMode.setState(({ on }) => ({ on: !on }))

/** How a person likes the app set up. Remembered in this browser, apart from any model. */
export const useSettings = create<Settings>()(remembered)

useSettings.subscribe(settings => {
  try {
    localStorage.setItem(storageKey, JSON.stringify(settings))
  } catch {
    // Not remembered; nothing is lost but a preference.
  }
})
