import { readCanvasFile, type ReadCanvasFile } from '../canvas-file/canvas-file.ts'
import { unread } from '../read-problem.ts'
import { fromBase64Url, toBase64Url } from './base64url.ts'
import { compressed, decompressed } from './compress.ts'

/** What an address says after `#` when it carries a model. The number is that of the packing. */
const prefix = 'model=1.'
const anyVersion = /^#?model=(\d*)\.?/

/**
 * Letters of a whole address that programs pass on in one piece. Browsers take far more; mail, chat and proxies do
 * not, and a link that arrives cut off is worth nothing.
 */
export const LONGEST_LINK = 32_000

/** What a model in a link may unfold to: some thirty times what the longest link holds of ordinary text. */
const MOST_BYTES = 4_000_000

/**
 * The part of an address after `#` that carries a canvas file. Browsers keep that part to themselves: it is sent to no
 * server. The same text gives the same letters.
 */
export async function writeModelFragment(canvasFile: string): Promise<string> {
  return prefix + toBase64Url(await compressed(withoutBlanks(canvasFile)))
}

/** A file is written for people to compare; in a link every letter counts. */
const withoutBlanks = (json: string) => JSON.stringify(JSON.parse(json))

/** Whether the part after `#` claims to be a model, whatever it then turns out to be. */
export const isModelFragment = (fragment: string): boolean => anyVersion.test(fragment)

export type ReadModelLink =
  | (Extract<ReadCanvasFile, { readonly ok: true }> & { readonly text: string })
  | Refused
type Refused = Extract<ReadCanvasFile, { readonly ok: false }>

/**
 * Reads the part after `#`, with or without that sign. Links come from anybody: a damaged, truncated, foreign or
 * overblown one is a problem with a message, and never throws or takes more memory than a large model does.
 */
export async function readModelFragment(fragment: string): Promise<ReadModelLink> {
  const version = anyVersion.exec(fragment)?.[1]
  if (version === undefined) return unread('not-a-model-link', 'the address carries no model')
  if (version !== '1') {
    return unread(
      'newer-version',
      'the link was made by a newer version of IAM Canvas. Open it there, or ask for the file',
    )
  }
  const letters = fragment.slice(fragment.indexOf(prefix) + prefix.length)
  if (!fragment.includes(prefix) || letters === '') return cutOff()
  const bytes = letters.length > LONGEST_LINK * 4 ? undefined : fromBase64Url(letters.trim())
  if (!bytes) return letters.length > LONGEST_LINK * 4 ? tooLarge() : cutOff()
  const unpacked = await decompressed(bytes, MOST_BYTES)
  if ('fault' in unpacked) return unpacked.fault === 'too-large' ? tooLarge() : cutOff()
  const read = readCanvasFile(unpacked.text)
  return read.ok ? { ...read, text: unpacked.text } : read
}

const cutOff = () =>
  unread(
    'damaged',
    'the link is not whole: a part of it was lost or changed on the way. Copy all of it again, or ask for the file',
  )

const tooLarge = () =>
  unread('too-large', 'the link holds more than any model that fits into one. Ask for the file instead')
