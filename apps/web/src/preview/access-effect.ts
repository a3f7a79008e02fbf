import {
  type AccessChange,
  type AccessMatrix,
  apply,
  type Command,
  compareAccess,
  type Model,
  type PrincipalId,
  type ResourceId,
} from '@iam-canvas/core'
import { accessOf } from '../workspace/access.ts'
import type { Pins } from '../workspace/asked-context.ts'

/** Access between two things that a change would give or take. */
export interface ChangedLine {
  readonly principal: PrincipalId
  readonly resource: ResourceId
  readonly change: 'gained' | 'lost'
  readonly actions: number
}

export interface AccessEffect extends AccessChange {
  readonly lines: readonly ChangedLine[]
}

const mostLines = 60

/** What a command would do to access, without doing it; `undefined` where the model would refuse it. */
export function accessEffect(
  model: Model,
  access: AccessMatrix,
  pins: Pins,
  command: Command,
): AccessEffect | undefined {
  const result = apply(model, command)
  if (!result.ok) return undefined
  const after = accessOf(result.model, pins, access)
  return { ...compareAccess(access, after), lines: changedLines(access, after) }
}

/** The pairs whose answers differ. With other questions than before only the counts are told. */
function changedLines(before: AccessMatrix, after: AccessMatrix): readonly ChangedLine[] {
  if (before.targets !== after.targets) return []
  const lines: ChangedLine[] = []
  for (const principal of after.principals) {
    if (before.rowOf(principal) === after.rowOf(principal)) continue
    const byResource = new Map<ResourceId, { gained: number; lost: number }>()
    for (const { resource, offset, actions } of after.targets) {
      for (let cell = offset; cell < offset + actions.length; cell++) {
        const was = before.rowOf(principal) && before.decisionAt(principal, cell) === 'Allow'
        const is = after.decisionAt(principal, cell) === 'Allow'
        if (Boolean(was) === is) continue
        const counts = byResource.get(resource) ?? { gained: 0, lost: 0 }
        counts[is ? 'gained' : 'lost']++
        byResource.set(resource, counts)
      }
    }
    for (const [resource, counts] of byResource) {
      for (const change of ['gained', 'lost'] as const) {
        if (counts[change] > 0) lines.push({ principal, resource, change, actions: counts[change] })
        if (lines.length >= mostLines) return lines
      }
    }
  }
  return lines
}
