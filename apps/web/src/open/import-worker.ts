import { readAccountDump, textOfBytes } from '@iam-canvas/exchange'
import { expose } from 'comlink'
import { laidOut } from '../canvas/laid-out.ts'
import { drawnEntities } from '../canvas/drawn.ts'
import { emptyLayout } from '../workspace/document.ts'
import { mostThings } from './most-things.ts'

function tooLarge(things: number) {
  const message = `it holds ${things.toLocaleString('en')} users, groups, roles, policies and resources, and the canvas shows ${mostThings.toLocaleString('en')} at most. Split the account with \`aws iam get-account-authorization-details --filter\`, or take out what the review is not about`
  return { ok: false, problem: { code: 'too-large', message } } as const
}

/** Reads and lays out an account dump away from the page, so that a large one does not freeze it. */
const importer = {
  readDump(bytes: ArrayBuffer, modelName: string) {
    const result = readAccountDump(textOfBytes(new Uint8Array(bytes)), { modelName })
    if (!result.ok) return result
    const document = { model: result.model, layout: emptyLayout, drafts: {} }
    const things = drawnEntities(document).length
    if (things > mostThings) return tooLarge(things)
    return { ...result, layout: laidOut(document) }
  },
}

export type Importer = typeof importer

expose(importer)
