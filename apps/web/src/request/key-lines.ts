import { type AccessMatrix, type ContextValues, explain, type Model } from '@iam-canvas/core'
import { type AccessLine, linesBetween } from '../canvas/access-lines.ts'
import { undecidedFor } from '../canvas/matrix-columns.ts'

/** For each key in lower case: the undecided lines that hang on it. */
export interface KeyLines {
  readonly of: ReadonlyMap<string, readonly AccessLine[]>
  /** There may be more: a very large model is not looked at to its end. */
  readonly more: boolean
}

export const noKeyLines: KeyLines = { of: new Map(), more: false }

/** What is asked beyond this is not explained any more. */
const mostExplained = 6_000

/**
 * Which lines each key would decide. Explaining all of them takes a while in a large model, so this pauses after each
 * one and leaves it to the caller when to go on.
 */
export function* keyLines(
  model: Model,
  access: AccessMatrix,
  context: ContextValues,
): Generator<undefined, KeyLines> {
  const found = new Map<string, AccessLine[]>()
  let explained = 0
  for (const principal of access.principals) {
    if (!Object.hasOwn(model.users, principal) && !Object.hasOwn(model.roles, principal)) continue
    for (const resource of undecidedFor(access, principal)) {
      const line = linesBetween(access, principal, resource).find(
        ({ decision }) => decision === 'DependsOnContext',
      )
      const keys = new Set<string>()
      for (const { action, target } of line?.asks ?? []) {
        if (explained++ >= mostExplained) return { of: found, more: true }
        const { dependsOn } = explain(model, { principal, action, resource: target, context })
        for (const { key } of dependsOn) keys.add(key.toLowerCase())
        yield undefined
      }
      if (line) for (const key of keys) found.set(key, [...(found.get(key) ?? []), line])
    }
  }
  return { of: found, more: false }
}
