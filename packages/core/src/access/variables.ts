import { type Wildcard, type WildcardPiece, wildcardFrom } from '../wildcard.ts'
import type { RequestContext } from './context.ts'

/** A policy value cut at its variables. */
export type TemplatePiece =
  | { readonly kind: 'text'; readonly text: string }
  /** `${*}`, `${?}`, `${$}`: the character itself. [V5] */
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'variable'; readonly key: string; readonly fallback?: string }

/** A value that may hold variables. `plain` is its one compiled pattern where it holds none. */
export interface Template {
  readonly text: string
  readonly pieces: readonly TemplatePiece[]
  readonly plain: Wildcard | undefined
}

/** `undefined`: a variable has no value and no default; `unknown`: it hangs on a key nobody has told. */
export type Resolved = Wildcard | 'unresolved' | 'unknown'

const escapes = new Set(['*', '?', '$'])

/**
 * Compiles a value. `variables` is false where they are literal text: Version 2008 or none [V1], and everywhere but
 * the end of an ARN and the values of String, Arn and Bool operators [V2].
 */
export function template(text: string, variables: boolean, wildcards = true): Template {
  const pieces = variables ? cut(text) : [{ kind: 'text', text } as const]
  const variable = pieces.some(piece => piece.kind === 'variable')
  return {
    text,
    pieces,
    plain: variable ? undefined : wildcardFrom(pieces.map(piece => asPattern(piece, wildcards))),
  }
}

const asPattern = (piece: TemplatePiece, wildcards: boolean): WildcardPiece => ({
  text: piece.kind === 'variable' ? '' : piece.text,
  literal: piece.kind !== 'text' || !wildcards,
})

function cut(text: string): TemplatePiece[] {
  const pieces: TemplatePiece[] = []
  let start = 0
  for (let open = text.indexOf('${'); open >= 0; open = text.indexOf('${', start)) {
    const close = text.indexOf('}', open)
    if (close < 0) break
    if (open > start) pieces.push({ kind: 'text', text: text.slice(start, open) })
    pieces.push(readVariable(text.slice(open + 2, close)))
    start = close + 1
  }
  if (start < text.length || pieces.length === 0) pieces.push({ kind: 'text', text: text.slice(start) })
  return pieces
}

/** `aws:username`, or `aws:PrincipalTag/team, 'none'` with a default. [V4] */
function readVariable(inside: string): TemplatePiece {
  if (escapes.has(inside)) return { kind: 'literal', text: inside }
  const comma = inside.indexOf(',')
  if (comma < 0) return { kind: 'variable', key: inside.trim() }
  const fallback = inside.slice(comma + 1).trim()
  const quoted = /^'(.*)'$/s.exec(fallback)
  return { kind: 'variable', key: inside.slice(0, comma).trim(), fallback: quoted?.[1] ?? fallback }
}

/** Puts the request's values in. A value is literal: a `*` in a tag is not a wildcard. [V7] Only single-valued keys count. [V3] */
export function resolve(value: Template, context: RequestContext, wildcards = true): Resolved {
  if (value.plain) return value.plain
  const pieces: WildcardPiece[] = []
  let unknown = false
  for (const piece of value.pieces) {
    if (piece.kind !== 'variable') {
      pieces.push(asPattern(piece, wildcards))
      continue
    }
    const found = context.valueOf(piece.key)
    if (found.state === 'present' && !found.many) pieces.push({ text: found.values[0] ?? '', literal: true })
    else if (found.state === 'unknown') unknown = true
    else if (piece.fallback !== undefined) pieces.push({ text: piece.fallback, literal: true })
    else return 'unresolved'
  }
  return unknown ? 'unknown' : wildcardFrom(pieces)
}

/** The pattern with a star for each variable: what it could match at most, whatever the variables hold. */
export const loosely = ({ pieces }: Template): Wildcard =>
  wildcardFrom(
    pieces.map(piece => (piece.kind === 'variable' ? { text: '*', literal: false } : asPattern(piece, true))),
  )

/** The keys that a value's variables name. */
export const variableKeys = (value: Template): readonly string[] =>
  value.pieces.flatMap(piece => (piece.kind === 'variable' ? [piece.key] : []))
