import type { AccessMatrix } from '@iam-canvas/core'
import { sketchOf } from '@iam-canvas/exchange'
import { drawnLines } from '../canvas/drawn-lines.ts'
import { pictureOf } from '../share/picture-of.ts'
import { accessOf } from '../workspace/access.ts'
import { nothingPinned } from '../workspace/asked-context.ts'
import type { ModelCounts, Portrait } from '../workspace/database.ts'
import type { WorkspaceDocument } from '../workspace/document.ts'

/** Where lines would only be a grey cloud, a thumbnail goes without. */
const mostPairs = 2_000

/** What a list shows of a document. */
export function portraitOf(document: WorkspaceDocument, access?: AccessMatrix): Portrait {
  const { model } = document
  const counts = countsOf(document)
  const pairs = (counts.users + counts.roles) * counts.resources
  const lines =
    pairs > mostPairs ? [] : drawnLines(model, access ?? accessOf(model, nothingPinned), 'all', []).lines
  // What a line that depends hangs on takes an explanation each, and no thumbnail says it.
  const simple = lines.map(line => ({ ...line, asks: [] }))
  return { counts, sketch: sketchOf(pictureOf({ document, lines: simple, context: {} })) }
}

/** A large model is drawn anew once a minute at most: its picture takes longer than a save may. */
const largeModel = 500
const drawnAnewAfter = 60_000

let last: { readonly modelId: string; readonly at: number; readonly sketch: Portrait['sketch'] } | undefined

/** The portrait that goes with a save: the counts of now, and a picture that may be a little older. */
export function portraitForSave(
  document: WorkspaceDocument,
  modelId: string,
  access: AccessMatrix | undefined,
  now = Date.now(),
): Portrait {
  const counts = countsOf(document)
  const things = Object.values(counts).reduce((sum, count) => sum + count, 0)
  if (things > largeModel && last?.modelId === modelId && now - last.at < drawnAnewAfter) {
    return { counts, sketch: last.sketch }
  }
  const portrait = portraitOf(document, access)
  last = { modelId, at: now, sketch: portrait.sketch }
  return portrait
}

function countsOf({ model }: WorkspaceDocument): ModelCounts {
  const size = (records: object) => Object.keys(records).length
  return {
    users: size(model.users),
    groups: size(model.groups),
    roles: size(model.roles),
    policies: size(model.policies),
    resources: size(model.resources),
  }
}
