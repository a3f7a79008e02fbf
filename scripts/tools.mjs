// Starts a tool by its own JavaScript file, so that no shell and no package manager stands between.
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from './paths.mjs'

/** The file behind a tool's command, found from the package that depends on it. */
export function toolPath(from, packageName, command = packageName) {
  const require = createRequire(join(from, 'package.json'))
  for (const folder of require.resolve.paths(packageName) ?? []) {
    const manifest = join(folder, packageName, 'package.json')
    if (!existsSync(manifest)) continue
    const { bin } = JSON.parse(readFileSync(manifest, 'utf8'))
    const file = typeof bin === 'string' ? bin : bin[command]
    return join(dirname(manifest), file)
  }
  throw new Error(`${packageName} is not installed`)
}

/** Runs a tool to its end, its output passed through, and gives its exit code. */
export function runTool({ from = root, packageName, command, args = [], cwd = root, env = {} }) {
  return new Promise(resolve => {
    const child = spawn(process.execPath, [toolPath(from, packageName, command), ...args], {
      cwd,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    })
    const stop = signal => child.kill(signal)
    process.once('SIGINT', stop)
    process.once('SIGTERM', stop)
    child.on('exit', code => {
      process.off('SIGINT', stop)
      process.off('SIGTERM', stop)
      resolve(code ?? 1)
    })
  })
}
