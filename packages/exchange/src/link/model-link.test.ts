import { deflateSync } from 'node:zlib'
import { apply, emptyModel, type Model } from '@iam-canvas/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAccountDump } from '../account-dump/read-account-dump.ts'
import { writeCanvasFile } from '../canvas-file/canvas-file.ts'
import { bigDumpText } from '../testing/big-dump.ts'
import { fromBase64Url, toBase64Url } from './base64url.ts'
import { isModelFragment, LONGEST_LINK, readModelFragment, writeModelFragment } from './model-link.ts'

function model(name = 'Start-up'): Model {
  const created = apply(emptyModel(name), { type: 'CreateUser', user: 'user:ana', name: 'ana' })
  if (!created.ok) throw new Error(created.problem.message)
  return created.model
}

const fileOf = (name?: string) =>
  writeCanvasFile(
    {
      model: model(name),
      layout: { positions: { 'user:ana': { x: 8, y: 16 } }, homes: {} },
      extras: { drafts: { 'policy:x': '{' } },
    },
    'test',
  )

const packed = (bytes: Uint8Array | string) => `model=1.${toBase64Url(deflateSync(bytes))}`

describe('a model in a link', () => {
  it('comes back whole: model, layout and whatever else the file holds', async () => {
    const fragment = await writeModelFragment(fileOf())
    expect(fragment).toMatch(/^model=1\.[\w-]+$/)
    for (const address of [fragment, `#${fragment}`, `${fragment}\n`]) {
      expect(await readModelFragment(address)).toMatchObject({
        ok: true,
        notes: [],
        value: {
          model: model(),
          layout: { positions: { 'user:ana': { x: 8, y: 16 } } },
          extras: { drafts: { 'policy:x': '{' } },
        },
      })
    }
  })

  it('comes back whole for any name, in letters that need no escaping', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1 }), async name => {
        const fragment = await writeModelFragment(fileOf(name))
        expect(encodeURI(fragment)).toBe(fragment)
        const read = await readModelFragment(fragment)
        expect(read.ok && read.value.model.name).toBe(name)
      }),
      { numRuns: 60 },
    )
  })

  it('fits for an account of a hundred principals', async () => {
    const read = readAccountDump(bigDumpText({ users: 60, groups: 12, roles: 40, policies: 30 }))
    if (!read.ok) throw new Error(read.problem.message)
    const fragment = await writeModelFragment(writeCanvasFile({ model: read.model }, 'test'))
    expect(fragment.length).toBeLessThan(LONGEST_LINK)
  })

  it('is recognised among other fragments', () => {
    expect(['#model=1.abc', 'model=', 'model=7.x'].map(isModelFragment)).toEqual([true, true, true])
    expect(['', '#', '#section', '#models=1.a', 'x=model=1.'].map(isModelFragment)).not.toContain(true)
  })
})

describe('a link that is not sound', () => {
  const refused = async (fragment: string) => {
    const read = await readModelFragment(fragment)
    if (read.ok) throw new Error('it was read')
    return read.problem
  }

  it('says so wherever it was cut off', async () => {
    const fragment = await writeModelFragment(fileOf())
    for (let length = 'model=1.'.length; length < fragment.length; length++) {
      expect((await refused(fragment.slice(0, length))).message).toContain('the link is not whole')
    }
  })

  it('says so whichever letter was changed, and never opens as another model', async () => {
    const fragment = await writeModelFragment(fileOf())
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 8, max: fragment.length - 1 }),
        fc.constantFrom(...Array.from('AZaz09-_ %.')),
        async (at, letter) => {
          fc.pre(letter !== fragment[at])
          const read = await readModelFragment(fragment.slice(0, at) + letter + fragment.slice(at + 1))
          // The last letter carries bits that belong to no byte: changing those changes nothing.
          if (read.ok) expect(read.value.model).toEqual(model())
          else expect(read.problem.message).toContain('the link is not whole')
        },
      ),
      { numRuns: 300 },
    )
  })

  it('never throws, whatever it holds', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string().map(text => `model=1.${text}`),
          fc.string({ unit: 'binary' }),
          fc.uint8Array({ maxLength: 300 }).map(bytes => `model=1.${toBase64Url(bytes)}`),
          fc.uint8Array({ maxLength: 300 }).map(packed),
          fc.json().map(packed),
        ),
        async fragment => (await refused(fragment)).message !== '',
      ),
      { numRuns: 400 },
    )
  })

  it('does not unfold a bomb', async () => {
    const problem = await refused(packed(Buffer.alloc(40_000_000, 0x20)))
    expect(problem).toMatchObject({ code: 'too-large' })
    expect(await refused(`model=1.${'A'.repeat(LONGEST_LINK * 5)}`)).toMatchObject({ code: 'too-large' })
  })

  it('of a newer version, of another file, and of a newer file say what they are', async () => {
    expect(await refused('model=2.abc')).toMatchObject({ code: 'newer-version' })
    expect(await refused('')).toMatchObject({ code: 'not-a-model-link' })
    expect((await refused(packed('{"Version":"2012-10-17","Statement":[]}'))).message).toContain('policy')
    const newer = { ...JSON.parse(fileOf()), schemaVersion: 99 } as object
    expect(await refused(packed(JSON.stringify(newer)))).toMatchObject({ code: 'newer-version' })
  })
})

it('base64url gives any bytes back, and refuses what is none', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), bytes => {
      const text = toBase64Url(bytes)
      expect(text).toBe(Buffer.from(bytes).toString('base64url'))
      expect(fromBase64Url(text)).toEqual(bytes)
    }),
  )
  for (const text of ['A', 'AAAAA', 'AA=', 'A A', 'é', 'AA+/']) expect(fromBase64Url(text)).toBeUndefined()
})
