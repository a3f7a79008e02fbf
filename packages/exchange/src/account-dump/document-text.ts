import { isDeep } from '../json-shape.ts'
import type { DumpFindings } from './findings.ts'

/**
 * The text of a policy document as a dump holds it: an object, from the CLI, is written out with two blanks; a string,
 * from an SDK, is URL-decoded (RFC 3986, so a plus is a plus) and then kept byte for byte, line ends included.
 * `undefined` where there is none.
 */
export function documentText(document: unknown, of: string, findings: DumpFindings): string | undefined {
  if (typeof document === 'string') return decoded(document, of, findings)
  if (typeof document !== 'object' || document === null) return undefined
  if (isDeep(document)) {
    findings.leftOut.add('deep-document', of)
    return undefined
  }
  return JSON.stringify(document, null, 2)
}

function decoded(document: string, of: string, findings: DumpFindings): string | undefined {
  if (document.trim() === '') return undefined
  // A policy begins with a brace: as it is, or as %7B, perhaps after encoded blanks.
  const encoded = /^(?:%[0-9a-f]{2}|\s)*%7b/i.test(document)
  let text = document
  if (encoded) {
    try {
      text = decodeURIComponent(document)
      findings.odd.add('encoded-document', of)
    } catch {
      findings.odd.add('undecodable-document', of)
    }
  }
  if (!text.trimStart().startsWith('{')) findings.odd.add('document-is-no-json', of)
  return text
}
