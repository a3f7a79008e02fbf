import { create } from 'zustand'

interface ShareState {
  readonly dialog: 'link' | 'picture' | undefined
}

export const useShare = create<ShareState>()(() => ({ dialog: undefined }))

export const shareLink = () => useShare.setState({ dialog: 'link' })
export const exportPicture = () => useShare.setState({ dialog: 'picture' })
export const closeShare = () => useShare.setState({ dialog: undefined })
