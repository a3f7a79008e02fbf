/** A policy document as JSON, believed to be well formed: what is made at random for these tests is. */
export interface NaiveStatement {
  readonly Effect: 'Allow' | 'Deny'
  readonly Principal?: NaivePrincipal
  readonly NotPrincipal?: NaivePrincipal
  readonly Action?: string | readonly string[]
  readonly NotAction?: string | readonly string[]
  readonly Resource?: string | readonly string[]
  readonly NotResource?: string | readonly string[]
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

export type NaivePrincipal = string | Readonly<Record<string, string | readonly string[]>>

export interface NaiveDocument {
  readonly version: string | undefined
  readonly statements: readonly NaiveStatement[]
}

export const listOf = <T>(value: T | readonly T[] | undefined): readonly T[] =>
  value === undefined ? [] : Array.isArray(value) ? (value as readonly T[]) : [value as T]

/** Reads a document given as text or as an object; text that is no JSON has no statements. */
export function naiveDocument(document: string | object): NaiveDocument {
  const json = typeof document === 'string' ? parsed(document) : document
  const { Version, Statement } = json as { readonly Version?: string; readonly Statement?: NaiveStatement }
  return { version: Version, statements: listOf<NaiveStatement>(Statement) }
}

function parsed(text: string): object {
  try {
    return JSON.parse(text) as object
  } catch {
    return {}
  }
}
