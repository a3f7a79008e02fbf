import { contextOf } from './asked-context.ts'
import { useWorkspace } from './workspace.ts'

/** The context of the request that is asked about. */
export const useAskedContext = () => contextOf(useWorkspace(state => state.pins))
