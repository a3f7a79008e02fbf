import { useEffect, useState } from 'react'
import { useAskedContext } from '../workspace/use-asked-context.ts'
import { useWorkspace } from '../workspace/workspace.ts'
import { type KeyLines, keyLines, noKeyLines } from './key-lines.ts'

/** Longer than this at a stretch would hold up a frame. */
const slice = 8

/** The lines that each key would decide, found a slice at a time. Until they are, those of before are given. */
export function useKeyLines(): KeyLines {
  const model = useWorkspace(state => state.document.model)
  const access = useWorkspace(state => state.access)
  const context = useAskedContext()
  const [found, setFound] = useState(noKeyLines)
  useEffect(() => {
    const steps = keyLines(model, access, context)
    let timer: ReturnType<typeof setTimeout>
    const goOn = () => {
      const pause = performance.now() + slice
      while (performance.now() < pause) {
        const step = steps.next()
        if (step.done) {
          setFound(step.value)
          return
        }
      }
      timer = setTimeout(goOn)
    }
    timer = setTimeout(goOn)
    return () => clearTimeout(timer)
  }, [model, access, context])
  return found
}
