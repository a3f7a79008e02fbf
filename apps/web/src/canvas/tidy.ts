import { commit, useWorkspace } from '../workspace/workspace.ts'
import { laidOut } from './laid-out.ts'

/** Lays everything out anew: one undo step. */
export function tidy() {
  const { document } = useWorkspace.getState()
  commit({ layout: laidOut(document), label: 'Layout tidied' })
}
