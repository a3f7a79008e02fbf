import { create } from 'zustand'

export const useVersions = create<{ readonly open: boolean }>()(() => ({ open: false }))

export const openVersions = () => useVersions.setState({ open: true })
export const closeVersions = () => useVersions.setState({ open: false })
