import type { ContextValues } from '../access/context.ts'
import type { EntityId, Model, PrincipalId, Role, User } from '../model/records.ts'

/** One permission that a way takes. */
export interface Need {
  /** Who must have it, where it is not the one who climbs: the service that assumes a passed role. */
  readonly principal?: string
  readonly action: string
  /** An ARN or a pattern: for something that would only be created, any name will do. [M9] */
  readonly resource: string
  readonly context?: ContextValues
}

/** What is reached: the right to write one's own permissions, which is all of them, or acting as somebody else. */
export type Gain =
  | { readonly kind: 'own-permissions' }
  | { readonly kind: 'becomes'; readonly principal: PrincipalId }

export interface Way {
  readonly gain: Gain
  /** What it is done to: a policy, a group, a role, a function, another user. */
  readonly target: EntityId
  readonly needs: readonly Need[]
}

/**
 * One known way up. `ways` lists where it could be tried in a model, without asking whether it is permitted; to add a
 * rule, write a list of needs.
 */
export interface EscalationRule {
  /** Stable; mostly the action that carries it. */
  readonly id: string
  /** What is done, to be read after a name: “attaches any policy to itself”. */
  readonly does: string
  readonly ways: (model: Model, by: User | Role) => readonly Way[]
}
