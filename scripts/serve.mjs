// Serves the built app for the end-to-end tests: `node scripts/serve.mjs PORT`.
import { web } from './paths.mjs'
import { runTool } from './tools.mjs'

const [port = '4317'] = process.argv.slice(2)
process.exitCode = await runTool({
  from: web,
  packageName: 'vite',
  args: ['preview', '--port', port, '--strictPort', '--logLevel', 'warn'],
  cwd: web,
})
