import { splitArn } from '../arn.ts'
import type { Located } from '../policy/document.ts'
import type { Finding } from './finding.ts'
import type { CompiledStatement } from './compile.ts'

const ACTION_NOTES: Readonly<Record<string, string>> = {
  'star-colon-star': 'this is the same as `*`: write `*`',
  'action-with-blank': 'an action with a blank in it matches nothing',
  'action-without-service': 'an action is a service prefix, a colon and a name, such as `s3:GetObject`',
  'wildcard-in-service': 'a wildcard in the service prefix matches nothing: name the service',
}

/** [M1, X8, V2] */
export function checkActions({ statement, actions }: CompiledStatement): Finding[] {
  return [
    ...empty(statement.action),
    ...actions.flatMap(({ note, text, at }): Finding[] => {
      if (hasVariable(text)) return [outOfPlace(text, at)]
      const message = note === undefined ? undefined : ACTION_NOTES[note]
      if (note === undefined || message === undefined) return []
      return [{ code: note, severity: note === 'star-colon-star' ? 'warning' : 'error', message, at }]
    }),
  ]
}

/** [M5, M6, X3, V1, V2] */
export function checkResources(
  { statement, resources }: CompiledStatement,
  version: string | undefined,
): Finding[] {
  const found = resources.flatMap(({ note, text, at }): Finding[] => {
    if (note === 'not-an-arn') {
      const message = `\`${text}\` is no ARN, so it matches nothing: write an ARN or \`*\``
      return [{ code: note, severity: 'error', message, at }]
    }
    const parts = splitArn(text)
    const findings: Finding[] = []
    if (note === 'short-arn') {
      const message = 'this ARN has fewer than six parts, and the missing ones count as `*`'
      findings.push({ code: note, severity: 'warning', message, at })
    }
    if (/^\*[:/]/.test(parts[5] ?? '')) {
      const message = 'a `*` for the type of resource reaches every type, also those to come: name the type'
      findings.push({ code: 'star-as-resource-type', severity: 'warning', message, at })
    }
    if (hasVariable(parts.slice(0, 5).join(':'))) findings.push(outOfPlace(text, at))
    else findings.push(...withoutVersion(text, at, version))
    return findings
  })
  return [...empty(statement.resource), ...found]
}

/** An empty list names nothing; under a Not it would be everything. */
function empty(element: { readonly at: string; readonly values: readonly unknown[] } | undefined): Finding[] {
  if (!element || element.values.length > 0) return []
  return [
    {
      code: 'empty-list',
      severity: 'error',
      message: 'this list is empty: name at least one',
      at: element.at,
    },
  ]
}

export const hasVariable = (text: string): boolean => /\$\{[^}]*\}/.test(text)

function outOfPlace(text: string, at: Located['at']): Finding {
  const message = `policy variables count after the fifth colon of an ARN and in conditions only: in \`${text}\` this one is plain text`
  return { code: 'variable-out-of-place', severity: 'warning', message, at }
}

/** The classic: without the Version of 2012 a variable is plain text. [V1] */
export function withoutVersion(text: string, at: string, version: string | undefined): Finding[] {
  if (version === '2012-10-17' || !hasVariable(text)) return []
  const message = 'policy variables need `"Version": "2012-10-17"`: without it this is plain text'
  return [{ code: 'variable-without-version', severity: 'warning', message, at }]
}
