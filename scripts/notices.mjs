// Writes THIRD-PARTY-NOTICES.md: what of others ships with the app, with version and licence. `npm run notices`.
import { existsSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { root } from './paths.mjs'

export const noticesFile = join(root, 'THIRD-PARTY-NOTICES.md')

const ours = ['apps/web', 'packages/core', 'packages/exchange', 'packages/lessons', 'packages/reference']
const json = file => JSON.parse(readFileSync(file, 'utf8'))

/** The folder of a package, as the one that depends on it finds it. */
function folderOf(name, from) {
  const paths = createRequire(join(from, 'package.json')).resolve.paths(name) ?? []
  const found = paths.map(path => join(path, name)).find(folder => existsSync(join(folder, 'package.json')))
  if (!found) throw new Error(`${name} is not installed below ${from}`)
  // A package's own dependencies stand beside where it really is, not where it is linked to.
  return realpathSync(found)
}

/** Everything that production code depends on, however deep. Types are no code and do not ship. */
export function shippedPackages() {
  const found = new Map()
  const visit = folder => {
    for (const name of Object.keys(json(join(folder, 'package.json')).dependencies ?? {})) {
      if (name.startsWith('@types/') || name.startsWith('@iam-canvas/')) continue
      const at = folderOf(name, folder)
      const { version, license } = json(join(at, 'package.json'))
      const key = `${name} ${version}`
      if (found.has(key)) continue
      found.set(key, { name, version, license: license ?? '', text: licenseText(at) })
      visit(at)
    }
  }
  for (const folder of ours) if (existsSync(join(root, folder))) visit(join(root, folder))
  return [...found.values()].sort((a, b) => (`${a.name} ${a.version}` < `${b.name} ${b.version}` ? -1 : 1))
}

function licenseText(folder) {
  const file = readdirSync(folder).find(name => /^(?:licen[cs]e|copying)(?:\.|-|$)/i.test(name))
  return file ? readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim() : undefined
}

/** The data of the reference, which is no dependency: it was compiled into the repository. */
export const shippedData = () =>
  json(join(root, 'packages/reference/generated/sources.json')).sources.map(
    ({ package: name, version, license, copyright, what }) => ({
      name,
      version,
      license,
      what,
      text: `MIT License\n\n${copyright}\n\n${mitTerms}`,
    }),
  )

/** The file as it has to be. */
export function notices() {
  const packages = shippedPackages()
  const data = shippedData()
  const row = ({ name, version, license }) => `| ${name} | ${version} | ${license} |`
  const head = ['| package | version | licence |', '|---|---|---|']
  const bare = packages.filter(({ text }) => text === undefined)
  const lines = [
    '# Third-party notices',
    '',
    'What IAM Canvas ships that others have made. Made by `npm run notices`; do not edit.',
    '',
    '## Data',
    '',
    'Compiled into small files from these packages, with what AWS publishes about its services and policies:',
    '',
    ...head,
    ...data.map(row),
    '',
    '## Code and fonts',
    '',
    ...head,
    ...packages.map(row),
    '',
    '## Licences',
    ...[...byText([...data, ...packages])].flatMap(([text, names]) => [
      '',
      `### ${names.join(', ')}`,
      '',
      '```',
      text,
      '```',
    ]),
    ...(bare.length > 0
      ? [
          '',
          `### ${bare.map(({ name }) => name).join(', ')}`,
          '',
          'These packages carry no licence text; the table says under which licence they are.',
        ]
      : []),
    '',
  ]
  return lines.join('\n')
}

/** Many packages share one text: it stands once. */
function byText(packages) {
  const texts = new Map()
  for (const { name, text } of packages) {
    if (text === undefined) continue
    texts.set(text, [...(texts.get(text) ?? []), name])
  }
  return texts
}

export function writeNotices() {
  writeFileSync(noticesFile, notices())
  return 0
}

const mitTerms = `Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the "Software"), to deal
in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all
copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
SOFTWARE.`
