import { create } from 'zustand'

export const useHistoryDrawer = create<{ readonly open: boolean }>()(() => ({ open: false }))

export const closeHistory = () => useHistoryDrawer.setState({ open: false })
export const toggleHistory = () => useHistoryDrawer.setState(({ open }) => ({ open: !open }))
