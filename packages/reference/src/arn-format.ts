// Text without slashes and colons, where a policy variable such as `${aws:username}` counts as plain text.
const plain = String.raw`(?:\$\{[^}]*\}|(?!\$\{)[^/:])+`

const part = (format: string): string =>
  format
    .split(/(\{\+?\w+\})/)
    .map(piece => {
      if (piece.startsWith('{+')) return '.+'
      return piece.startsWith('{') ? plain : piece.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
    })
    .join('')

/**
 * What recognises the ARNs of a format, which begins with the region. A wildcard in an ARN counts as text of the name
 * it stands in; for a region or an account that the format has not, `*` may be written too.
 */
export function arnExpression(service: string, format: string): RegExp {
  const [region = '', account = '', ...rest] = format.split(':')
  const scope = (text: string) => (text === '' ? String.raw`\*?` : part(text))
  return new RegExp(
    `^arn:${plain}:${service}:${scope(region)}:${scope(account)}:${part(rest.join(':'))}$`,
    'is',
  )
}

/** How much of a format is fixed text: of two that fit, the one with more says more. */
export const fixedLength = (format: string): number => format.replace(/\{\+?\w+\}/g, '').length
