import type { RoleId } from '@iam-canvas/core'
import { useEffect } from 'react'
import { create } from 'zustand'
import { contextOf } from '../workspace/asked-context.ts'
import { pinsOf } from '../workspace/document.ts'
import { useWorkspace } from '../workspace/workspace.ts'

type Counts = Readonly<Record<RoleId, number>>

const useCounts = create<Counts>()(() => ({}))

/** While somebody types, counting waits; once begun, it gives way to every frame. */
const rest = 120
const slice = 6

/** How many cards show a role: others are not counted. */
const shown = new Map<RoleId, number>()
let left: RoleId[] = []
let waiting: ReturnType<typeof setTimeout> | undefined

function countSoon(after: number) {
  clearTimeout(waiting)
  waiting = setTimeout(() => void count(), after)
}

async function count() {
  // What explains is loaded after the canvas is drawn.
  const { assumableBy } = await import('./assumable.ts')
  const { document } = useWorkspace.getState()
  const context = contextOf(pinsOf(document))
  const until = performance.now() + slice
  const counted: Record<RoleId, number> = {}
  while (left.length > 0 && performance.now() < until) {
    const id = left.pop()
    const role = id && document.model.roles[id]
    if (role) counted[role.id] = assumableBy(document.model, role, context).length
  }
  const known = useCounts.getState()
  const news = Object.entries(counted).filter(([id, number]) => known[id as RoleId] !== number)
  if (news.length > 0) useCounts.setState(Object.fromEntries(news))
  if (left.length > 0) countSoon(0)
}

useWorkspace.subscribe(({ document }, before) => {
  if (document.model === before.document.model && document.request === before.document.request) return
  left = [...shown.keys()]
  if (left.length > 0) countSoon(rest)
})

/** How many may assume a role, for its card; `undefined` until that is counted. The old number stays meanwhile. */
export function useAssumableCount(role: RoleId): number | undefined {
  useEffect(() => {
    shown.set(role, (shown.get(role) ?? 0) + 1)
    left.push(role)
    countSoon(0)
    return () => {
      const others = (shown.get(role) ?? 1) - 1
      if (others > 0) shown.set(role, others)
      else shown.delete(role)
    }
  }, [role])
  return useCounts(counts => counts[role])
}
