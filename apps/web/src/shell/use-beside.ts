import { create } from 'zustand'
import type * as everything from './beside.ts'

type Beside = typeof everything

interface Loading {
  /** What has been loaded; absent until then. */
  readonly beside: Beside | undefined
  readonly failure: unknown
}

/** What stands beside the canvas. A component draws it as soon as it is there, without a fallback that flickers. */
export const useBeside = create<Loading>()(() => ({ beside: undefined, failure: undefined }))

const waiting: ((beside: Beside) => void)[] = []

/** Loads it, once the page itself is there. */
export async function loadBeside() {
  try {
    const beside = await import('./beside.ts')
    useBeside.setState({ beside })
    // What was done before is done now, when all of it has been drawn.
    setTimeout(() => {
      for (const run of waiting.splice(0)) run(beside)
    })
  } catch (failure) {
    useBeside.setState({ failure })
  }
}

/** Does something with it: at once, or as soon as it has been loaded. */
export function withBeside(run: (beside: Beside) => void) {
  const { beside } = useBeside.getState()
  if (beside) run(beside)
  else waiting.push(run)
}
