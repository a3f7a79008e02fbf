import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { notices, noticesFile, shippedData, shippedPackages } from './notices.mjs'

const may = /^(?:MIT|ISC|Apache-2\.0|BSD-[23]-Clause|0BSD|OFL-1\.1|CC0-1\.0|Unlicense)$/

it('the notices name everything that ships, with version and licence: if not, run `npm run notices`', () => {
  expect(readFileSync(noticesFile, 'utf8')).toBe(notices())
})

it('what ships is under a licence that allows it', () => {
  const others = [...shippedData(), ...shippedPackages()].filter(({ license }) => !may.test(license))
  expect(others.map(({ name, license }) => `${name}: ${license}`)).toEqual([])
})

it('whatever production code of ours imports is among it', () => {
  const root = join(import.meta.dirname, '..')
  const known = new Set(shippedPackages().map(({ name }) => name))
  const folders = [
    'apps/web/src',
    ...['core', 'exchange', 'lessons', 'reference'].map(name => `packages/${name}/src`),
  ]
  const imported = folders
    .filter(folder => existsSync(join(root, folder)))
    .flatMap(folder =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter(name => /\.tsx?$/.test(name) && !/\.test\.|testing\//.test(name))
        .flatMap(name => [
          ...readFileSync(join(root, folder, name), 'utf8').matchAll(
            /(?:\bfrom|^import) '((?:@[\w.-]+\/)?[\w.-]+)(?:\/[^']*)?'/gm,
          ),
        ]),
    )
    .map(([, name = '']) => name)
    .filter(name => !name.startsWith('.') && !name.startsWith('@iam-canvas'))
  expect(imported.length).toBeGreaterThan(100)
  expect([...new Set(imported)].filter(name => !known.has(name))).toEqual([])
})
