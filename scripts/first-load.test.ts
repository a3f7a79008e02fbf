import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build, type Rollup } from 'vite'
import { expect, it, vi } from 'vitest'

/** What the page may load before the canvas answers, in bytes as they travel. */
const most = 200_000

/** The entry of the built app, and all that it imports statically. */
async function firstLoad(): Promise<readonly Rollup.OutputChunk[]> {
  // React of a test build is three times as large.
  vi.stubEnv('NODE_ENV', 'production')
  const result = await build({
    root: join(import.meta.dirname, '../apps/web'),
    logLevel: 'silent',
    build: { write: false, outDir: 'node_modules/.first-load' },
  })
  const { output } = [result].flat()[0] as Rollup.RollupOutput
  const chunks = output.flatMap(file => (file.type === 'chunk' ? [file] : []))
  const reached = new Set(chunks.filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName))
  for (const name of reached) {
    for (const next of chunks.find(({ fileName }) => fileName === name)?.imports ?? []) reached.add(next)
  }
  return chunks.filter(({ fileName }) => reached.has(fileName))
}

it('what is loaded before the canvas answers stays within its budget', async () => {
  const chunks = await firstLoad()
  const bytes = chunks.reduce((sum, { code }) => sum + gzipSync(code).length, 0)
  // An empty list would be the test's own fault.
  expect(bytes).toBeGreaterThan(100_000)
  expect(bytes).toBeLessThanOrEqual(most)
}, 60_000)
