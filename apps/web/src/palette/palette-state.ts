import { create } from 'zustand'

type PaletteMode = 'commands' | 'things'

interface PaletteState {
  readonly open: PaletteMode | undefined
  /** The ids of the actions that were run last from here, the newest first. */
  readonly recent: readonly string[]
}

export const usePalette = create<PaletteState>()(() => ({ open: undefined, recent: [] }))

const mostRecent = 5

export const openPalette = (mode: PaletteMode) => usePalette.setState({ open: mode })
export const closePalette = () => usePalette.setState({ open: undefined })

export const rememberRun = (id: string) =>
  usePalette.setState(({ recent }) => ({
    recent: [id, ...recent.filter(other => other !== id)].slice(0, mostRecent),
  }))
