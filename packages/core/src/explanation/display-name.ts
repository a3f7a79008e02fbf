import { parseArn } from '../arn.ts'
import type { Wording } from './wording.ts'

/** Turns an id or ARN into what a person reads. Give your own where a model knows better names. */
export type Names = (id: string) => string

/**
 * The names that ids and ARNs tell by themselves: `policy:Read` is `Read`, `inline:user:alice/Notes` is `Notes`,
 * `arn:aws:iam::…:user/dev/alice` is `alice`. Always in backticks, so that no name can pass for a sentence.
 */
export function namesFrom(wording: Wording): Names {
  return id => {
    if (id === 'anonymous' || id === '*') return wording.anonymous
    const trust = /^trust:role:(.+)$/s.exec(id)?.[1]
    if (trust !== undefined) return wording.trustPolicyOf(quoted(trust))
    const resource = /^resource-policy:resource:(.+)$/s.exec(id)?.[1]
    if (resource !== undefined) return wording.resourcePolicyOf(quoted(resource))
    const inline = /^inline:(?:user|group|role):[^/]*\/(.+)$/s.exec(id)?.[1]
    return quoted(inline ?? (principalName(id) || id.replace(/^(?:policy|ou|account|user|role|group):/, '')))
  }
}

const quoted = (text: string): string => `\`${text}\``

/** The last part of a user's, role's or session's ARN; for root and everything else the ARN as it stands. */
function principalName(id: string): string | undefined {
  const arn = parseArn(id)
  if (!arn || (arn.service !== 'iam' && arn.service !== 'sts') || !arn.resource.includes('/'))
    return undefined
  const [kind, ...rest] = arn.resource.split('/')
  return kind === 'assumed-role' ? rest.join('/') : rest[rest.length - 1]
}
