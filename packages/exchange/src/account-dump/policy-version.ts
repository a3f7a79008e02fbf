import { fieldOf, type JsonObject, textField } from '../json-shape.ts'
import { objectsIn } from './fields.ts'
import type { DumpFindings } from './findings.ts'

/** The document of a policy's default version, as the dump holds it; `undefined` where it has none. */
export function defaultDocument(policy: JsonObject, name: string, findings: DumpFindings): unknown {
  const versions = objectsIn(policy, 'PolicyVersionList', findings)
  const wanted = textField(policy, 'DefaultVersionId')
  const named =
    versions.find(version => fieldOf(version, 'IsDefaultVersion') === true) ??
    versions.find(version => wanted !== undefined && fieldOf(version, 'VersionId') === wanted)
  const chosen = named ?? versions.toSorted((left, right) => age(right) - age(left))[0]
  // Some tools put the document on the policy itself.
  if (!chosen) return fieldOf(policy, 'PolicyDocument') ?? fieldOf(policy, 'Document')
  if (!named && versions.length > 1) findings.odd.add('no-default-version', name)
  for (const other of versions) {
    if (other !== chosen)
      findings.leftOut.add('old-versions', `${name} ${textField(other, 'VersionId') ?? ''}`.trim())
  }
  return fieldOf(chosen, 'Document')
}

/** Versions are numbered v1, v2, … and never reused. Without a number, the date in whichever form it stands. */
function age(version: JsonObject): number {
  const number = /^v(\d+)/.exec(textField(version, 'VersionId') ?? '')?.[1]
  if (number !== undefined) return Number(number)
  const date = fieldOf(version, 'CreateDate')
  if (typeof date === 'number') return date
  return Date.parse((typeof date === 'string' ? date : '').replace(' ', 'T')) || 0
}
