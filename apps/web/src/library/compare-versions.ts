import type { VersionRow } from '@iam-canvas/reference/compiled'

export interface VersionChange {
  /** Such as `Allow s3:GetObject`. */
  readonly added: readonly string[]
  readonly removed: readonly string[]
  /** Resources, conditions or names of statements are other ones too. */
  readonly otherwise: boolean
}

/** What is different between two versions of a policy: the changes in between, put together. */
export function compareVersions(rows: readonly VersionRow[], from: string, to: string): VersionChange {
  const [before, after] = [wordsAt(rows, from), wordsAt(rows, to)]
  const [start, end] = [from, to]
    .map(version => rows.findIndex(row => row.version === version))
    .sort((a, b) => a - b)
  return {
    added: [...after].filter(word => !before.has(word)).sort(),
    removed: [...before].filter(word => !after.has(word)).sort(),
    otherwise: rows.slice((start ?? 0) + 1, (end ?? 0) + 1).some(row => row.otherwise === true),
  }
}

function wordsAt(rows: readonly VersionRow[], version: string): ReadonlySet<string> {
  const words = new Set<string>()
  for (const row of rows) {
    for (const word of row.added ?? []) words.add(word)
    for (const word of row.removed ?? []) words.delete(word)
    if (row.version === version) break
  }
  return words
}
