import type { AccessLevel } from './service.ts'
import { services } from './services.ts'

/** An action with its full name, such as `s3:GetObject`. */
export interface Action {
  readonly name: string
  readonly level: AccessLevel
  /** The service that `types` belong to. */
  readonly typesOf: string
  /** The resource types it is asked of; none when it is asked of `*` alone. */
  readonly types: readonly string[]
}

export const listedActions: readonly Action[] = services.flatMap(({ prefix, typesOf = prefix, actions }) =>
  actions.flatMap(([level, types, names]) =>
    names.split(' ').map(name => ({
      name: `${prefix}:${name}`,
      level,
      typesOf,
      types: types === '' ? [] : types.split(','),
    })),
  ),
)

const byName: ReadonlyMap<string, Action> = new Map(
  listedActions.map(action => [action.name.toLowerCase(), action]),
)

/** How AWS classes this action, written in any case; `undefined` when it is not listed. */
export const accessLevelOf = (action: string): AccessLevel | undefined =>
  byName.get(action.toLowerCase())?.level

/** Whether this action knows no resource types and is asked of `*` alone [S6]; `undefined` when it is not listed. */
export function wildcardOnly(action: string): boolean | undefined {
  const found = byName.get(action.toLowerCase())
  return found && found.types.length === 0
}
