import { jsonValuesIn } from './json-values.ts'
import { type FileKind, lookOf } from './look.ts'
import { withoutNuls } from './text-of-bytes.ts'

/**
 * What a dropped or pasted text is, so that it goes to the right reader. A promise of its look, not of its soundness:
 * the reader may still find fault. JSON with a fault is told by the words in it; anything else is `text`.
 */
export function sniffFile(text: string): FileKind {
  const readable = withoutNuls(text) ?? text
  const json = jsonValuesIn(readable)
  if (json.ok) return lookOf(json.values.length > 1 ? json.values : json.values[0])
  return json.problem.code === 'empty' ? 'empty' : lookOfText(readable)
}

/** Half-typed JSON, policies with comments, YAML. Only the start is looked at. */
function lookOfText(text: string): FileKind {
  const start = text.slice(0, 20_000)
  if (/"(?:User|Group|Role)DetailList"/.test(start)) return 'account-dump'
  if (/"format"\s*:\s*"iam-canvas"/.test(start)) return 'canvas-file'
  if (/^['"]?AWSTemplateFormatVersion\b/m.test(start) || /^\s+['"]?Type['"]?:\s*['"]?AWS::\w/m.test(start)) {
    return 'cloudformation'
  }
  if (/"AWSTemplateFormatVersion"|"Type"\s*:\s*"AWS::/.test(start)) return 'cloudformation'
  if (/"Statement"\s*:|"(?:Not)?Action"\s*:/.test(start)) return 'policy'
  return 'text'
}
