import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PolicyKind } from '../packages/core/src/index.ts'
import { parsePolicy } from '../packages/core/src/index.ts'
import {
  lint,
  type LintFinding,
  type ServiceEntry,
  type ServiceReference,
} from '../packages/core/src/lint/index.ts'
import type { PolicyFile, ServiceFile, ServicesFile } from '../packages/reference/src/files.ts'
import { serviceFacts } from '../packages/reference/src/service-facts.ts'
import { readService } from '../packages/reference/src/service-reference.ts'

export interface LintedPolicy {
  readonly name: string
  readonly text: string
  readonly findings: readonly LintFinding[]
}

const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'))

/** The compiled reference, read from the files of the project at `root`. */
export function referenceOf(root: string): ServiceReference {
  const generated = join(root, 'packages/reference/generated')
  const { services } = read(join(generated, 'services.json')) as ServicesFile
  const loaded = new Map<string, ServiceEntry | undefined>()
  return {
    prefixes: new Set(services.map(([prefix]) => prefix)),
    service: prefix => {
      const file = join(generated, 'services', `${prefix}.json`)
      if (!loaded.has(prefix)) {
        const known = /^[a-z0-9-]+$/.test(prefix) && existsSync(file)
        loaded.set(prefix, known ? serviceFacts(readService(prefix, read(file) as ServiceFile)) : undefined)
      }
      return loaded.get(prefix)
    },
  }
}

/** AWS's own managed policies, linted. */
export function* lintedManagedPolicies(root: string): Generator<LintedPolicy> {
  const folder = join(root, 'packages/reference/generated/policies')
  const reference = referenceOf(root)
  for (const file of readdirSync(folder).sort()) {
    const { document } = read(join(folder, file)) as PolicyFile
    const text = JSON.stringify(document, null, 2)
    const standing = { account: 'aws' }
    const findings = lint(parsePolicy(text), { kind: 'identity', reference, standing })
    yield { name: file.replace(/\.json$/, ''), text, findings }
  }
}

/** Every policy in a folder of published ones, linted. */
export function* lintedFolder(root: string, folder: string): Generator<LintedPolicy> {
  const reference = referenceOf(root)
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  for (const name of files.filter(file => file.endsWith('.json')).sort()) {
    const text = readFileSync(join(folder, name), 'utf8')
    yield { name, text, findings: lint(parsePolicy(text), { kind: kindOf(name, text), reference }) }
  }
}

function kindOf(name: string, text: string): PolicyKind {
  if (/\bscps?\b/.test(name)) return 'service-control'
  if (/\brcps?\b/.test(name)) return 'resource-control'
  if (!/"(?:Not)?Principal"/.test(text)) return 'identity'
  return /sts:AssumeRole/.test(text) && !/"Resource"/.test(text) ? 'trust' : 'resource'
}
