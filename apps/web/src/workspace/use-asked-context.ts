import { contextOf } from './asked-context.ts'
import { pinsOf } from './document.ts'
import { useWorkspace } from './workspace.ts'

/** The context of the request that is asked about. */
export const useAskedContext = () => contextOf(useWorkspace(state => pinsOf(state.document)))
