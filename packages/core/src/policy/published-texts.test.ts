import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ParsedPolicy } from './document.ts'
import { parsePolicy } from './parse.ts'
import { printPolicy } from './print.ts'

const corpus = join(process.env['IAM_CANVAS_CORPUS'] ?? '', 'policies')
const there = process.env['IAM_CANVAS_CORPUS'] !== undefined && existsSync(corpus)

const read = (file: string): ParsedPolicy => parsePolicy(readFileSync(join(corpus, file), 'utf8'))
const codes = ({ diagnostics }: ParsedPolicy): string[] => diagnostics.map(({ code }) => code)

/** Files that are something else: a template, and a list of snippets. */
const others = ['01-policy-validator/template.json', 'awsdocs-malformed/malformed.json']
const commented = 'deny-service-specific-credential-by-type.json'
const misspelled = 'aws-access-analyzer-samples/05-scps/policies/policy2.json'

const policies = (): string[] =>
  readdirSync(corpus, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.json') && !others.some(other => file.endsWith(other)))
    .sort()

describe('published policies', () => {
  it.skipIf(!there)('each is understood: statements that can be evaluated, and no error', () => {
    const files = policies()
    expect(files.length).toBeGreaterThan(300)
    for (const file of files) {
      if (file.endsWith(commented) || file === misspelled) continue
      const parsed = read(file)
      expect(parsed.complete, file).toBe(true)
      expect(parsed.document.statements.length, file).toBeGreaterThan(0)
      expect(
        parsed.document.statements.filter(({ evaluable }) => !evaluable),
        file,
      ).toEqual([])
      expect(
        codes(parsed).filter(code => code !== 'missing-version'),
        file,
      ).toEqual([])
    }
  })

  it.skipIf(!there)('each survives being printed', () => {
    for (const file of policies()) {
      const { document } = read(file)
      const printed = printPolicy(document)
      expect(printPolicy(parsePolicy(printed).document), file).toBe(printed)
      expect(parsePolicy(printed).document.statements.length, file).toBe(document.statements.length)
    }
  })

  it.skipIf(!there)('files that are no policy say so', () => {
    const found = readdirSync(corpus, { recursive: true, encoding: 'utf8' }).filter(file =>
      others.some(other => file.endsWith(other)),
    )
    expect(found.map(file => [read(file).document.statements, read(file).complete])).toEqual([
      [[], false],
      [[], false],
    ])
  })

  it.skipIf(!there)('a comment in an SCP is an error, and the SCP is understood', () => {
    const files = policies().filter(file => file.endsWith(commented))
    expect(files).toHaveLength(1)
    for (const file of files) {
      const { text, diagnostics, document, complete } = read(file)
      expect(diagnostics).toMatchObject([{ code: 'syntax', message: expect.stringContaining('no comments') }])
      expect(diagnostics.map(({ range }) => text.slice(range.from, range.from + 5))).toEqual(['//add'])
      expect(complete).toBe(false)
      expect(document.statements).toMatchObject([
        { evaluable: true, conditions: [{ values: { length: 3 } }] },
      ])
    }
  })

  it.skipIf(!there)('`NotResouce` is an error at its name, with what was meant', () => {
    const { text, diagnostics, document } = read(misspelled)
    expect(diagnostics).toMatchObject([
      { code: 'unknown-element', message: expect.stringContaining('did you mean `NotResource`?') },
    ])
    expect(diagnostics.map(({ range }) => text.slice(range.from, range.to))).toEqual(['"NotResouce"'])
    expect(document.statements).toMatchObject([{ evaluable: false }])
  })

  it.skipIf(!there)('[V1] policies of old, or of no, Version are read with a warning at most', () => {
    const samples = 'aws-access-analyzer-samples'
    const old = read(`${samples}/01-validate-policy/resource-policy.json`)
    expect(old).toMatchObject({ diagnostics: [], document: { version: '2008-10-17' } })
    for (const name of ['identity/policy3', 'resource/kms/key-policy', 'resource/sns/topic-policy']) {
      const parsed = read(`${samples}/03-no-iac/policies/${name}.json`)
      expect(codes(parsed), name).toEqual(['missing-version'])
      expect(parsed.complete, name).toBe(true)
    }
  })

  it.skipIf(!there)('each snippet that does not parse has an error, and its place', () => {
    const snippets: readonly { readonly error: string; readonly text: string }[] = JSON.parse(
      readFileSync(join(corpus, 'awsdocs-malformed/malformed.json'), 'utf8'),
    )
    expect(snippets).toHaveLength(32)
    for (const { error, text } of snippets) {
      const { complete, diagnostics } = parsePolicy(text)
      expect(complete, error).toBe(false)
      const syntax = diagnostics.filter(({ code }) => code === 'syntax')
      expect(syntax.length, error).toBeGreaterThan(0)
      // Where another parser stopped, or before: at what it stumbled over, or at the comma that should not be there.
      const stopped = Number(/char (\d+)/.exec(error)?.[1] ?? text.length)
      expect(syntax[0]?.range.from, error).toBeLessThanOrEqual(stopped)
    }
  })
})
