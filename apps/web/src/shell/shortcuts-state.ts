import { create } from 'zustand'

export const useShortcuts = create<{ readonly open: boolean }>()(() => ({ open: false }))

export const openShortcuts = () => useShortcuts.setState({ open: true })
export const closeShortcuts = () => useShortcuts.setState({ open: false })
