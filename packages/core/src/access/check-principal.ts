import { parseArn } from '../arn.ts'
import type { PrincipalValue, Statement } from '../policy/document.ts'
import type { Finding } from './finding.ts'

/** What of a Principal names nobody, or not whom it seems to. [P1, P2, P5, P6, X4] */
export function checkPrincipal({ principal, effect }: Statement): Finding[] {
  if (!principal) return []
  const found = principal.values.flatMap(checkValue)
  if (principal.not && effect === 'Allow') {
    const message =
      '`NotPrincipal` with Allow lets in everyone who is not listed, anonymous callers too: use `Principal`'
    found.push({ code: 'not-principal-allow', severity: 'warning', message, at: principal.at })
  }
  if (principal.not && effect === 'Deny') found.push(...withoutAccount(principal.at, principal.values))
  return found
}

function checkValue({ type, text, at }: PrincipalValue): Finding[] {
  if (type !== 'AWS' || text === '*' || /^\d{12}$/.test(text)) return []
  const warn = (code: string, message: string): Finding[] => [{ code, severity: 'warning', message, at }]
  if (/^A[A-Z]{3}[A-Z0-9]{12,}$/.test(text)) {
    return warn(
      'unique-id-principal',
      `\`${text}\` is what AWS leaves behind when the user or role that was named is deleted: it names nobody any more`,
    )
  }
  const arn = parseArn(text)
  if (!arn) {
    return warn('unknown-principal', `\`${text}\` is no principal: write an ARN, an account number or \`*\``)
  }
  if (/[*?]/.test(text)) {
    return warn(
      'wildcard-in-principal',
      'no wildcard counts inside a principal: name each one, or use `"*"` with a condition on `aws:PrincipalArn`',
    )
  }
  if (arn.resource.startsWith('group/')) {
    return warn('group-principal', 'a group is never a principal: name its members, or a role')
  }
  return []
}

/** AWS also asks whether the account is listed; leaving it out may deny those who are. */
function withoutAccount(at: string, values: readonly PrincipalValue[]): Finding[] {
  const accounts = new Set(
    values.flatMap(({ text }) => {
      if (/^\d{12}$/.test(text)) return [text]
      const arn = parseArn(text)
      return arn?.resource === 'root' ? [arn.account] : []
    }),
  )
  const missing = values
    .map(({ text }) => parseArn(text))
    .find(arn => arn && arn.resource !== 'root' && !accounts.has(arn.account))
  if (!missing) return []
  const message = `list the account \`${missing.account}\` too: with \`NotPrincipal\` and Deny AWS may deny those listed without it`
  return [{ code: 'not-principal-without-account', severity: 'warning', message, at }]
}
