import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A JSON file whose shape the caller knows: a package of a pinned version, or what this compiler has written. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the one cast, instead of one at each caller
export const readJson = <T>(...path: readonly string[]): T =>
  JSON.parse(readFileSync(join(...path), 'utf8')) as T
