import type { Statement } from '@iam-canvas/core'
import type { ServiceEntry } from '@iam-canvas/core/lint'
import type { Vocabulary } from './vocabulary.ts'

/** The services that a statement's actions are of, and that of a key. More than a few are not waited for. */
export async function servicesOf(
  statement: Statement | undefined,
  words: Vocabulary | undefined,
  key = '',
): Promise<readonly ServiceEntry[]> {
  if (!words) return []
  const texts = [...(statement?.action?.values ?? []).map(({ text }) => text), key]
  const prefixes = new Set(texts.flatMap(text => /^([\w-]+):/.exec(text)?.[1]?.toLowerCase() ?? []))
  prefixes.delete('aws')
  const entries = await Promise.all([...prefixes].slice(0, 12).map(prefix => words.service(prefix)))
  return entries.filter(entry => entry !== undefined)
}
