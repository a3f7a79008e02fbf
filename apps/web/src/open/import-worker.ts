import { apply } from '@iam-canvas/core'
import { type ReadDump, readAccountDump, textOfBytes } from '@iam-canvas/exchange'
import { expose } from 'comlink'
import { laidOut } from '../canvas/laid-out.ts'
import { drawnEntities } from '../canvas/drawn.ts'
import { suppliedReport, supplyCommand, withoutText } from '../library/missing-texts.ts'
import { emptyLayout } from '../workspace/document.ts'
import { mostThings } from './most-things.ts'

function tooLarge(things: number) {
  const message = `it holds ${things.toLocaleString('en')} users, groups, roles, policies and resources, and the canvas shows ${mostThings.toLocaleString('en')} at most. Split the account with \`aws iam get-account-authorization-details --filter\`, or take out what the review is not about`
  return { ok: false, problem: { code: 'too-large', message } } as const
}

type Read = Extract<ReadDump, { readonly ok: true }>

/** The current texts of AWS managed policies by name, as far as they can be had. */
export type TextsOf = (names: readonly string[]) => Promise<Readonly<Record<string, string>>>

/** A dump names AWS's own policies often without carrying their text: what AWS publishes is put in, and said. */
async function withAwsTexts(read: Read, textsOf: TextsOf): Promise<Read> {
  const policies = withoutText(read.model)
  if (policies.length === 0) return read
  const command = supplyCommand(policies, await textsOf(policies.map(({ name }) => name)))
  const supplied = command && apply(read.model, command)
  if (!supplied?.ok) return read
  return {
    ...read,
    model: supplied.model,
    report: suppliedReport(read.report, withoutText(supplied.model), policies.length),
  }
}

/** Reads and lays out an account dump away from the page, so that a large one does not freeze it. */
const importer = {
  async readDump(bytes: ArrayBuffer, modelName: string, textsOf: TextsOf) {
    const read = readAccountDump(textOfBytes(new Uint8Array(bytes)), { modelName })
    if (!read.ok) return read
    const result = await withAwsTexts(read, textsOf)
    const document = { model: result.model, layout: emptyLayout, drafts: {} }
    const things = drawnEntities(document).length
    if (things > mostThings) return tooLarge(things)
    return { ...result, layout: laidOut(document) }
  },
}

export type Importer = typeof importer

expose(importer)
