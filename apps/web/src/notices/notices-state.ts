import { create } from 'zustand'

export const useNotices = create<{ readonly open: boolean }>()(() => ({ open: false }))

export const openNotices = () => useNotices.setState({ open: true })
export const closeNotices = () => useNotices.setState({ open: false })
