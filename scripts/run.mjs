// One entry for every command of the project: `node scripts/run.mjs TASK`. It needs Node and npm, nothing else.
import { checkNodeVersion, installWhenNeeded } from './install.mjs'
import { tasks } from './tasks.mjs'

const [task = 'test', ...rest] = process.argv.slice(2)

checkNodeVersion()
const run = tasks[task]
if (!run) {
  console.error(`no task \`${task}\`. There are: ${Object.keys(tasks).join(', ')}.`)
  process.exit(2)
}
installWhenNeeded()
process.exitCode = await run(rest)
