import { wrap } from 'comlink'
import type { AccessWorker } from './access-worker.ts'
import type { RunningDecider } from './decider.ts'

/** Starts the worker. `failed` is called when it cannot be loaded, or stops. */
export function startAccessWorker(failed: (reason: unknown) => void): RunningDecider {
  const worker = new Worker(new URL('./access-worker.ts', import.meta.url), { type: 'module' })
  worker.addEventListener('error', failed)
  worker.addEventListener('messageerror', failed)
  const remote = wrap<AccessWorker>(worker)
  return {
    decide: question => remote.decide(question),
    effectOf: command => remote.effectOf(command),
    stop: () => worker.terminate(),
  }
}
