import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '..')

/** Which of our own packages each may import. Nothing may import `web`. */
const mayImport: Record<string, readonly string[]> = {
  core: [],
  reference: ['core'],
  exchange: ['core'],
  lessons: ['core'],
  web: ['core', 'reference', 'exchange', 'lessons'],
}

/** Inside core, each layer imports only those before it. */
const coreLayers = [
  'wildcard',
  'arn',
  'policy',
  'model',
  'access',
  'explanation',
  'index',
  'cli',
  'beyond',
  'changes',
  'edits',
  'expectations',
  'escalation',
  'words',
  'print',
  'matrix-rows',
  'lint',
  'value-forms',
  'testing',
]

interface Import {
  readonly file: string
  readonly specifier: string
}

function importsBelow(folder: string): Import[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => /\.tsx?$/.test(name) && !name.includes('node_modules') && !name.includes('dist/'))
    .flatMap(name => {
      const file = join(folder, name)
      const matches = readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)
      return [...matches].map(([, specifier = '']) => ({ file, specifier }))
    })
}

const isTest = (file: string) => /\.test\.tsx?$|\/testing\//.test(file)

it('each package imports only the packages below it, and nothing imports the web app', () => {
  const wrong: string[] = []
  for (const [name, allowed] of Object.entries(mayImport)) {
    const folder = join(root, name === 'web' ? 'apps/web/src' : `packages/${name}/src`)
    let imports: Import[]
    try {
      imports = importsBelow(folder)
    } catch {
      continue
    }
    for (const { file, specifier } of imports) {
      const ours = /^@iam-canvas\/([^/]+)/.exec(specifier)?.[1]
      if (ours && ours !== name && !allowed.includes(ours))
        wrong.push(`${relative(root, file)}: ${specifier}`)
      const leaves =
        specifier.startsWith('.') && !resolve(dirname(file), specifier).startsWith(dirname(folder))
      if (leaves && !isTest(file)) wrong.push(`${relative(root, file)} leaves its package: ${specifier}`)
    }
  }
  expect(wrong).toEqual([])
})

it('core imports no Node built-in, no DOM library and no React', () => {
  const allowed = new Set(['jsonc-parser'])
  const outside = importsBelow(join(root, 'packages/core/src'))
    .filter(({ file, specifier }) => !isTest(file) && !specifier.startsWith('.') && !allowed.has(specifier))
    .map(({ file, specifier }) => `${relative(root, file)}: ${specifier}`)
  expect(outside).toEqual([])
})

it('inside core, wildcard and arn come before policy, model, access and explanation', () => {
  const src = join(root, 'packages/core/src')
  const layer = (file: string) =>
    coreLayers.indexOf(relative(src, file).split('/').slice(0, 1).join('').replace(/\.ts$/, ''))
  const wrong = importsBelow(src)
    .filter(({ file, specifier }) => specifier.startsWith('.') && !isTest(file))
    .filter(({ file, specifier }) => layer(resolve(dirname(file), specifier)) > layer(file))
    .map(({ file, specifier }) => `${relative(root, file)}: ${specifier}`)
  expect(wrong).toEqual([])
})

it('the lock file names no host, and every native tool for every platform', () => {
  const lock = readFileSync(join(root, 'pnpm-lock.yaml'), 'utf8')
  expect(lock.match(/https?:\/\/[^\s'")]+/g) ?? []).toEqual([])
  for (const platform of ['darwin-arm64', 'darwin-x64', 'linux-x64', 'linux-arm64', 'win32-x64']) {
    for (const tool of [
      '@biomejs/cli-',
      '@oxlint-tsgolint/',
      '@rolldown/binding-',
      '@typescript/typescript-',
    ]) {
      expect(lock, `${tool}${platform}`).toContain(`${tool}${platform}`)
    }
  }
})
