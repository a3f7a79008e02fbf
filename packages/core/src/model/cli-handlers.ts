import type { Cli } from './cli-lines.ts'
import type { Model } from './records.ts'

/** For each command of a family, its command lines. `model` is the model before the command. */
export type CliFor<C extends { readonly type: string }> = {
  readonly [T in C['type']]: (command: Extract<C, { readonly type: T }>, model: Model) => Cli
}
