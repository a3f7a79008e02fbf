import type { ParsedPolicy } from '../policy/document.ts'

/**
 * The text with every principal and resource that names this ARN, or something below it, naming the other one instead;
 * all else stays byte for byte. `undefined` where nothing names it.
 */
export function withArnRenamed(
  { text, document, rangeOf }: ParsedPolicy,
  from: string,
  to: string,
): string | undefined {
  const places = document.statements.flatMap(({ principal, resource }) =>
    [...(principal?.values ?? []), ...(resource?.values ?? [])].flatMap(value => {
      const below = value.text.slice(from.length)
      const names = value.text.startsWith(from) && (below === '' || /^[/:]/.test(below))
      const range = names ? rangeOf(value.at) : undefined
      return range ? [{ range, written: JSON.stringify(to + below) }] : []
    }),
  )
  if (places.length === 0) return undefined
  // From last to first, so that the ranges before stay right.
  return places
    .sort((a, b) => b.range.from - a.range.from)
    .reduce(
      (edited, { range, written }) => edited.slice(0, range.from) + written + edited.slice(range.to),
      text,
    )
}
