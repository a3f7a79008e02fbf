import { documentOf } from './canvas-file.ts'
import type { WorkspaceDocument } from './document.ts'
import file from './example.json'

/**
 * The worked example the app opens on: one table, a policy that reads it, one that writes it, and two users. It is kept
 * as a file, so that a first visit needs none of the commands.
 */
export function exampleDocument(): WorkspaceDocument {
  const read = documentOf(JSON.stringify(file))
  if (!read.ok) throw new Error(`the example is broken: ${read.message}`)
  return read.document
}
