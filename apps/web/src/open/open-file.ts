import { type ImportReport, sniffFile, textOfBytes } from '@iam-canvas/exchange'
import type { Model } from '@iam-canvas/core'
import { proxy, wrap } from 'comlink'
import { create } from 'zustand'
import { tell, warn } from '../ui/messages.ts'
import { documentOf } from '../workspace/canvas-file.ts'
import type { Layout } from '../workspace/document.ts'
import type { Importer } from './import-worker.ts'
import { openAsNew } from './open-models.ts'
import { addPolicyText } from './add-policy-text.ts'
import type { TextPlace } from './drop-text.ts'

/** Larger than any account: AWS's own limits keep a dump well below. */
const largestFile = 100 * 1024 * 1024

export interface PendingImport {
  readonly fileName: string
  readonly model: Model
  readonly layout: Layout
  readonly report: ImportReport
}

interface OpeningState {
  /** What is being read, for the progress message. */
  readonly reading: string | undefined
  /** An account that has been read and waits for a yes. */
  readonly pending: PendingImport | undefined
}

export const useOpening = create<OpeningState>()(() => ({ reading: undefined, pending: undefined }))

/** Lets the person choose a file and opens it. */
export function chooseFile() {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = '.json,application/json'
  input.addEventListener('change', () => {
    const file = input.files?.[0]
    if (file) void openFile(file)
  })
  input.click()
}

/**
 * Opens whatever the file is: an account dump, a canvas file; a policy goes to its place on the canvas. Anything else
 * changes nothing and says why.
 */
export async function openFile(file: File, place: TextPlace = {}) {
  if (file.size > largestFile) {
    return refuse(
      file,
      `it has ${Math.round(file.size / 1024 / 1024)} MB, more than any account needs. Is it the right file?`,
    )
  }
  useOpening.setState({ reading: file.name })
  try {
    await readFile(file, place)
  } catch {
    refuse(file, 'it could not be read. Is it still there, and may this browser read it?')
  } finally {
    useOpening.setState({ reading: undefined })
  }
}

/** The largest account that can be drawn, saved with all its policies, stays below. */
const largestCanvasFile = 30 * 1024 * 1024
/** Small files are looked at here; a large one goes to the worker at once, which can say what it is as well. */
const smallFile = 2 * 1024 * 1024

async function readFile(file: File, place: TextPlace) {
  const canvasFile = (await beginning(file)).includes('"iam-canvas"')
  if (canvasFile && file.size > largestCanvasFile) {
    return refuse(file, 'it is larger than anything this canvas could have saved')
  }
  const bytes = await file.arrayBuffer()
  const text = file.size <= smallFile || canvasFile ? textOf(bytes) : undefined
  const kind = text === undefined ? 'account-dump' : sniffFile(text)
  if (text !== undefined && kind === 'canvas-file') return openCanvasFile(file, text)
  if (text !== undefined && kind === 'policy') return addPolicyText(file.name, text, place)
  // Whatever else it is, the dump's reader knows best what to say about it.
  return readDump(file, bytes)
}

const textOf = (bytes: ArrayBuffer) => textOfBytes(new Uint8Array(bytes))
const beginning = (file: File) => file.slice(0, 4096).text()

async function openCanvasFile(file: File, text: string) {
  const read = documentOf(text)
  if (!read.ok) return refuse(file, read.message)
  await openAsNew(read.document)
  const notes = read.notes.length > 0 ? `. ${read.notes.join('. ')}` : ''
  tell(`${read.document.model.name} opened${notes}`)
}

async function readDump(file: File, bytes: ArrayBuffer) {
  const worker = new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' })
  try {
    const result = await wrap<Importer>(worker).readDump(bytes, nameFromFile(file.name), proxy(awsTextsIfAny))
    if (!result.ok) return refuse(file, result.problem.message)
    const { model, layout, report } = result
    useOpening.setState({ pending: { fileName: file.name, model, layout, report } })
  } finally {
    worker.terminate()
  }
}

/** What the reference knows. An account opens without it as well: then the texts that the file lacks stay missing. */
async function awsTextsIfAny(names: readonly string[]) {
  const { awsTexts } = await import('../library/aws-texts.ts')
  return awsTexts(names).catch(() => ({}))
}

const nameFromFile = (name: string) => name.replace(/\.[^.]*$/, '').trim() || 'Imported account'

/** Whatever was decided about it, it waits no longer. */
export const settleImport = () => useOpening.setState({ pending: undefined })

function refuse(file: File, why: string) {
  warn(`${file.name} was not opened: ${why}. Your model is untouched`)
}
