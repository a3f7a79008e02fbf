// What `npm start`, `npm test` and their parts do.
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureBrowser } from './browser.mjs'
import { writeNotices } from './notices.mjs'
import { results, root, web } from './paths.mjs'
import { updateReference } from './reference.mjs'
import { add, playwrightCounts, vitestCounts } from './tally.mjs'
import { runTool } from './tools.mjs'

const typescriptProjects = [
  'packages/core',
  'packages/core/tsconfig.test.json',
  'packages/reference',
  'packages/reference/tsconfig.test.json',
  'packages/exchange',
  'packages/exchange/tsconfig.test.json',
  'packages/lessons',
  'packages/lessons/tsconfig.test.json',
  'apps/web',
  'apps/web/build',
  'e2e',
  'bench',
  'scripts',
]

const vite = (...args) => runTool({ from: web, packageName: 'vite', args, cwd: web })
const biome = (...args) => runTool({ packageName: '@biomejs/biome', command: 'biome', args })
const oxlint = (...args) => runTool({ packageName: 'oxlint', args })
const vitest = (args, env) => runTool({ packageName: 'vitest', args: ['run', ...args], env })

async function typecheck() {
  let code = 0
  for (const project of typescriptProjects) {
    code ||= await runTool({ packageName: 'typescript', command: 'tsc', args: ['-p', project] })
  }
  return code
}

const format = rest => biome('format', ...(rest.length ? rest : ['--write']), '.')
const lint = () => oxlint('--type-aware', '--deny-warnings')
const unused = () => runTool({ packageName: 'knip', args: ['--no-progress'] })
const build = () => vite('build', '--logLevel', 'warn')

async function unit(rest) {
  return vitest(rest)
}

async function e2e(rest) {
  const code = await build()
  return code || playwright(rest.length > 0 ? rest : ['--project=stories'])
}

function playwright(rest) {
  const browser = ensureBrowser()
  return runTool({
    from: join(root, 'e2e'),
    packageName: '@playwright/test',
    command: 'playwright',
    args: ['test', ...rest],
    cwd: join(root, 'e2e'),
    env: {
      ...(browser ? { CHROMIUM_PATH: browser } : {}),
      PLAYWRIGHT_JSON_OUTPUT_FILE: join(results, 'playwright.json'),
    },
  })
}

/** A check that has no tests of its own counts as one. */
async function check(name, run) {
  console.log(`\n${name}`)
  const code = await run()
  if (code !== 0) console.log(`${name}: failed`)
  return code === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 }
}

async function test() {
  rmSync(results, { recursive: true, force: true })
  mkdirSync(results, { recursive: true })
  const unitReport = join(results, 'vitest.json')
  const counts = [
    await check('Types', typecheck),
    await check('Format', () => format(['--reporter=summary'])),
    await check('Lint', lint),
    await check('Unused code', unused),
  ]
  console.log('\nUnit and property tests')
  await vitest(['--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`])
  counts.push(vitestCounts(unitReport))

  const built = await check('Build', build)
  counts.push(built)
  if (built.failed === 0) {
    console.log('\nEnd-to-end tests')
    await playwright(['--project=stories'])
    counts.push(playwrightCounts(join(results, 'playwright.json')))
  }

  const sum = add(counts)
  console.log(`\n${sum.skipped} skipped`)
  console.log(`${sum.passed} passed, ${sum.failed} failed`)
  return sum.failed === 0 && sum.passed > 0 ? 0 : 1
}

async function start() {
  console.log('Building …')
  const code = await build()
  if (code) return code
  return vite('preview', '--port', process.env.PORT ?? '4173')
}

/**
 * The property tests for longer: the engine against the naive evaluator on `FUZZ_RUNS` cases (100,000 unless said
 * otherwise, `FUZZ_SEED` for other ones), the others on a twentieth of that.
 */
async function fuzz() {
  const runs = Number(process.env.FUZZ_RUNS ?? 100_000)
  const patience = ['--testTimeout', '3600000']
  const differential = 'src/testing/differential.test.ts'
  const first = await vitest(
    ['--project', 'core', differential, 'src/testing/robustness.test.ts', ...patience],
    { FUZZ_RUNS: String(runs) },
  )
  const others = [
    '--project',
    'core',
    '--project',
    'exchange',
    '--exclude',
    `**/${differential}`,
    ...patience,
  ]
  return (await vitest(others, { FUZZ_RUNS: String(Math.ceil(runs / 20)) })) || first
}

/** Bundles a file of a folder for Node and runs it. It stands in that folder, where its packages are found. */
async function runBundled(folder, name) {
  const outDir = join(root, folder, 'dist')
  const entry = join(root, folder, `${name}.ts`)
  const args = ['build', '--ssr', entry, '--outDir', outDir, '--emptyOutDir', '--logLevel', 'error']
  const code = await runTool({
    packageName: 'vite',
    args: [...args, '--configLoader', 'runner'],
    cwd: join(root, folder),
  })
  if (code) return code
  await import(pathToFileURL(join(outDir, `${name}.js`)).href)
  return 0
}

/** The canvas rows, in the built app and beside React Flow as it comes: `npm run bench:canvas`. */
async function benchCanvas() {
  const stock = join(results, 'bench-stock')
  const code =
    (await build()) ||
    (await runTool({
      packageName: 'vite',
      args: [
        'build',
        join(root, 'bench', 'stock'),
        '--outDir',
        stock,
        '--emptyOutDir',
        '--logLevel',
        'error',
      ],
      cwd: join(root, 'bench'),
    }))
  if (code) return code
  const browser = ensureBrowser()
  if (browser) process.env.CHROMIUM_PATH = browser
  process.env.BENCH_APP = join(web, 'dist')
  process.env.BENCH_STOCK = stock
  return runBundled('bench', 'canvas')
}

/** Rows measured in the built app alone: `npm run bench:repaint`, `npm run bench:keystroke`. */
async function benchApp(name) {
  const code = await build()
  if (code) return code
  const browser = ensureBrowser()
  if (browser) process.env.CHROMIUM_PATH = browser
  process.env.BENCH_APP = join(web, 'dist')
  process.env.BENCH_POLICIES = join(root, 'packages', 'reference', 'generated', 'policies')
  return runBundled('bench', name)
}

export const tasks = {
  start,
  dev: () => vite(),
  build,
  test,
  typecheck,
  lint,
  format,
  unused,
  unit,
  e2e,
  fuzz,
  bench: () => runBundled('bench', 'evaluation'),
  'reference:update': updateReference,
  notices: writeNotices,
  /** Writes `docs/checks.md` from the checks that there are. */
  checks: () => vitest(['--project', 'scripts', 'scripts/checks-page.test.ts', '--update']),
  /** Lints the policies of the folder in `IAM_CANVAS_CORPUS`, and AWS's own, and counts by code. */
  'lint:corpus': () => runBundled('scripts', 'lint-corpus'),
  'bench:canvas': benchCanvas,
  'bench:repaint': () => benchApp('repaint'),
  'bench:keystroke': () => benchApp('keystroke'),
  picture: async () => (await build()) || playwright(['--project=picture']),
}
