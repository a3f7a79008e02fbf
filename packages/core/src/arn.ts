/** An ARN in its six parts, the first of which is always `arn`. `resource` is all the rest, colons and slashes included. */
export interface Arn {
  readonly partition: string
  readonly service: string
  readonly region: string
  readonly account: string
  readonly resource: string
}

/**
 * The parts of an ARN or ARN pattern: split at the first five colons [M3], never inside `${…}` [V8]. A short ARN gives
 * fewer than six parts.
 */
export function splitArn(text: string): string[] {
  const parts: string[] = []
  let from = 0
  for (let at = 0; at < text.length && parts.length < 5; at++) {
    if (text[at] === ':') {
      parts.push(text.slice(from, at))
      from = at + 1
    } else if (text[at] === '$' && text[at + 1] === '{') {
      const close = text.indexOf('}', at)
      if (close > 0) at = close
    }
  }
  parts.push(text.slice(from))
  return parts
}

/** The ARN in this text, or `undefined` where there are not six parts or the first is not `arn`. Patterns are fine too. */
export function parseArn(text: string): Arn | undefined {
  const [prefix, partition, service, region, account, resource] = splitArn(text)
  if (prefix?.toLowerCase() !== 'arn' || partition === undefined || service === undefined) return undefined
  if (region === undefined || account === undefined || resource === undefined) return undefined
  return { partition, service, region, account, resource }
}

/** The ARN as text again. */
export const printArn = (arn: Arn): string =>
  `arn:${arn.partition}:${arn.service}:${arn.region}:${arn.account}:${arn.resource}`

export const isAccountNumber = (text: string): boolean => /^\d{12}$/.test(text)

/** The account that the ARN itself names: twelve digits, or `undefined` (S3 buckets, patterns, AWS's own policies). */
export function accountOfArn(text: string): string | undefined {
  const account = parseArn(text)?.account
  return account !== undefined && isAccountNumber(account) ? account : undefined
}
