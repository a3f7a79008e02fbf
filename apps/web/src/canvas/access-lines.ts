import type { AccessMatrix, Decision, PrincipalId, ResourceId } from '@iam-canvas/core'
import { grantedTo, holdsAny, targetsAt } from './matrix-columns.ts'

/** What one principal may do on one resource, of one kind of answer: one line on the canvas. */
export interface AccessLine {
  readonly id: string
  readonly principal: PrincipalId
  readonly resource: ResourceId
  readonly decision: Decision
  readonly asks: readonly Asked[]
  /** Everything that is asked of the resource has this answer. */
  readonly whole: boolean
}

export interface Asked {
  readonly action: string
  readonly target: string
}

const telling = ['Allow', 'ExplicitDeny', 'DependsOnContext'] as const
type Telling = (typeof telling)[number]

/** Which kinds of answers there are for these two, beside implicit denies. Cheap: asked of every pair of a large model. */
export function tellingKinds(
  access: AccessMatrix,
  principal: PrincipalId,
  resource: ResourceId,
): readonly Telling[] {
  const row = access.rowOf(principal)
  const targets = targetsAt(access, resource)
  return telling.filter(decision => holdsAny(row, targets, decision))
}

/** Every answer for one principal and one resource, by kind. A question with no answer of a kind has no line of it. */
export function linesBetween(
  access: AccessMatrix,
  principal: PrincipalId,
  resource: ResourceId,
): AccessLine[] {
  const byDecision = new Map<Decision, Asked[]>()
  for (const target of targetsAt(access, resource)) {
    target.actions.forEach((action, index) => {
      const decision = access.decisionAt(principal, target.offset + index)
      const asks = byDecision.get(decision)
      if (asks) asks.push({ action, target: target.arn })
      else byDecision.set(decision, [{ action, target: target.arn }])
    })
  }
  return [...telling, 'ImplicitDeny' as const].flatMap(decision => {
    const asks = byDecision.get(decision)
    return asks
      ? [
          {
            id: `access ${principal} ${resource} ${decision}`,
            principal,
            resource,
            decision,
            asks,
            whole: byDecision.size === 1,
          },
        ]
      : []
  })
}

/** What a principal is granted or denied, resource by resource. An implicit deny has no line here. */
export const linesOfPrincipal = (access: AccessMatrix, principal: PrincipalId): AccessLine[] =>
  grantedTo(access, principal).flatMap(resource => toldLines(access, principal, resource))

/** Who is granted or denied something on a resource. */
export const linesOfResource = (access: AccessMatrix, resource: ResourceId): AccessLine[] =>
  access.principals
    .filter(principal => tellingKinds(access, principal, resource).length > 0)
    .flatMap(principal => toldLines(access, principal, resource))

const toldLines = (access: AccessMatrix, principal: PrincipalId, resource: ResourceId): AccessLine[] =>
  linesBetween(access, principal, resource).filter(({ decision }) => decision !== 'ImplicitDeny')
