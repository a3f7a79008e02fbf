import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readJson } from './read-json.ts'
import type { PoliciesFile, ServiceFile, ServicesFile, SourcesFile } from '../src/files.ts'

interface Held {
  readonly sources: SourcesFile | undefined
  readonly services: ReadonlyMap<string, string>
  readonly actions: ReadonlySet<string>
  readonly policies: ReadonlyMap<string, string>
}

const nothing: Held = { sources: undefined, services: new Map(), actions: new Set(), policies: new Map() }

/** What the compiled files hold, as far as a change of it is worth telling. */
export function heldIn(folder: string): Held {
  if (!existsSync(join(folder, 'policies.json'))) return nothing
  const { services } = readJson<ServicesFile>(folder, 'services.json')
  return {
    sources: readJson<SourcesFile>(folder, 'sources.json'),
    services: new Map(services.map(([prefix, name]) => [prefix, name])),
    actions: new Set(
      services.flatMap(([prefix]) =>
        readJson<ServiceFile>(folder, `services/${prefix}.json`).actions.flatMap(([, , , names]) =>
          names.split(' ').map(name => `${prefix}:${name}`),
        ),
      ),
    ),
    policies: new Map(
      readJson<PoliciesFile>(folder, 'policies.json')
        .names.split(' ')
        .map(name => [name, readFileSync(join(folder, 'policies', `${name}.json`), 'utf8')]),
    ),
  }
}

/** The lines that `npm run reference:update` prints. */
export function whatChanged(before: Held, after: Held): string[] {
  const lines = (after.sources?.sources ?? []).map(source => {
    const old = before.sources?.sources.find(known => known.package === source.package)?.version
    return `${source.package}: ${old && old !== source.version ? `${old} → ` : ''}${source.version} of ${source.date}`
  })
  const list = (what: string, names: readonly string[]) => {
    if (names.length > 0)
      lines.push(`${names.length} ${what}: ${names.slice(0, 40).join(', ')}${names.length > 40 ? ', …' : ''}`)
  }
  const missing = (from: Iterable<string>, there: { has: (name: string) => boolean }) =>
    [...from].filter(name => !there.has(name))
  list('services came', missing(after.services.keys(), before.services))
  list('services went', missing(before.services.keys(), after.services))
  list('actions came', missing(after.actions, before.actions))
  list('actions went', missing(before.actions, after.actions))
  list('policies came', missing(after.policies.keys(), before.policies))
  list('policies went', missing(before.policies.keys(), after.policies))
  list(
    'policies have another text',
    [...after.policies].flatMap(([name, text]) => {
      const old = before.policies.get(name)
      return old !== undefined && old !== text ? [name] : []
    }),
  )
  if (lines.length === (after.sources?.sources.length ?? 0)) lines.push('nothing else changed')
  return lines
}

/** Whether any file is there that the index does not name, or the other way round. */
export function strayFiles(folder: string): string[] {
  const held = heldIn(folder)
  const names = (of: string) => readdirSync(join(folder, of)).map(file => file.replace(/\.json$/, ''))
  const differ = (of: string, expected: Iterable<string>) => {
    const wanted = new Set(expected)
    const found = new Set(names(of))
    return [
      ...[...found].filter(name => !wanted.has(name)),
      ...[...wanted].filter(name => !found.has(name)),
    ].map(name => `${of}/${name}`)
  }
  return [
    ...['services', 'words', 'grants'].flatMap(of => differ(of, held.services.keys())),
    ...['policies', 'versions'].flatMap(of => differ(of, held.policies.keys())),
  ]
}
