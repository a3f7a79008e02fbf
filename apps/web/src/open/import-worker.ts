import { readAccountDump, textOfBytes } from '@iam-canvas/exchange'
import { expose } from 'comlink'
import { laidOut } from '../canvas/laid-out.ts'
import { emptyLayout } from '../workspace/document.ts'

/** Reads and lays out an account dump away from the page, so that a large one does not freeze it. */
const importer = {
  readDump(bytes: ArrayBuffer, modelName: string) {
    const result = readAccountDump(textOfBytes(new Uint8Array(bytes)), { modelName })
    if (!result.ok) return result
    const document = { model: result.model, layout: emptyLayout, drafts: {} }
    return { ...result, layout: laidOut(document) }
  },
}

export type Importer = typeof importer

expose(importer)
