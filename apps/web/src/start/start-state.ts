import { create } from 'zustand'
import { saveNow } from '../workspace/autosave.ts'

export const useStartPage = create<{ readonly open: boolean }>()(() => ({ open: false }))

/** What is open is among the models from the start, also when nothing has been changed in it yet. */
export function openStartPage() {
  void saveNow()
  useStartPage.setState({ open: true })
}
export const closeStartPage = () => useStartPage.setState({ open: false })
