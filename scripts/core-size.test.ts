import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build, type Rollup } from 'vite'
import { expect, it } from 'vitest'

const entry = join(import.meta.dirname, '../packages/core/src/index.ts')

/** Everything that core exports, bundled for a browser as one file. */
async function bundled(): Promise<Rollup.OutputChunk> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    root: join(import.meta.dirname, '..'),
    build: {
      write: false,
      minify: true,
      modulePreload: false,
      rolldownOptions: { input: entry, preserveEntrySignatures: 'strict' },
    },
  })
  const { output } = [result].flat()[0] as Rollup.RollupOutput
  return output[0]
}

it('core is at most 40 kB gzip as a whole, and needs nothing of Node', async () => {
  const { code, imports } = await bundled()
  expect(imports).toEqual([])
  expect(/["'`]node:|\bprocess\.|\brequire\(/.test(code)).toBe(false)
  expect(gzipSync(code).length).toBeLessThanOrEqual(40 * 1024)
}, 30_000)
