import type { AccessMatrix, Decision, PrincipalId, ResourceId } from '@iam-canvas/core'
import { grantedTo, holdsAny, targetsAt } from './matrix-columns.ts'

/** What one principal may do on one resource, of one kind of answer: one line on the canvas. */
export interface AccessLine {
  readonly id: string
  readonly principal: PrincipalId
  readonly resource: ResourceId
  readonly decision: Decision
  readonly asks: readonly Asked[]
  /** All that is asked of the resource, whatever the answer. */
  readonly among: readonly Asked[]
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
  const among: Asked[] = []
  const byDecision = new Map<Decision, Asked[]>()
  for (const target of targetsAt(access, resource)) {
    target.actions.forEach((action, index) => {
      const asked = { action, target: target.arn }
      const decision = access.decisionAt(principal, target.offset + index)
      const asks = byDecision.get(decision)
      among.push(asked)
      if (asks) asks.push(asked)
      else byDecision.set(decision, [asked])
    })
  }
  return [...telling, 'ImplicitDeny' as const].flatMap(decision => {
    const asks = byDecision.get(decision)
    const id = `access ${principal} ${resource} ${decision}`
    return asks ? [{ id, principal, resource, decision, asks, among }] : []
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

/** Everything that is asked of the resource has this answer. */
export const isWhole = ({ asks, among }: AccessLine): boolean => asks.length === among.length
