/** The AWS CLI lines of commands: an entry of its own, since whoever only decides and explains does not need them. */
export { cliFor } from './model/cli.ts'
export type { Cli } from './model/cli-lines.ts'
