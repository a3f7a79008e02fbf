// Installs the packages when the lock file has changed since the last time, and only then.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './paths.mjs'

const neededNode = [20, 19]
const stamp = join(root, 'node_modules', '.iam-canvas-installed')

export function checkNodeVersion() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > neededNode[0] || (major === neededNode[0] && minor >= neededNode[1])) return
  console.error(
    `IAM Canvas needs Node ${neededNode.join('.')} or newer; this is ${process.versions.node}. Get one from https://nodejs.org`,
  )
  process.exit(1)
}

function fingerprint() {
  const hash = createHash('sha256').update(process.versions.node)
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json']) {
    hash.update(readFileSync(join(root, file)))
  }
  return hash.digest('hex')
}

export function installWhenNeeded() {
  const wanted = fingerprint()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  console.log('Installing packages …')
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const result = spawnSync(
    'npm',
    ['exec', '--yes', `--package=${packageManager}`, '--', 'pnpm', 'install', '--frozen-lockfile'],
    {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, CI: 'true' },
      // npm is a .cmd file on Windows, which only a shell can start.
      shell: process.platform === 'win32',
    },
  )
  if (result.status !== 0) {
    console.error('The packages could not be installed. Is the npm registry reachable?')
    process.exit(result.status ?? 1)
  }
  writeFileSync(stamp, wanted)
}
