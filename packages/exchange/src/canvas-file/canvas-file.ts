import { type Collection, COLLECTIONS, type ContextValues, type Entity, type Model } from '@iam-canvas/core'
import * as v from 'valibot'
import { fieldOf, isDeep, isObject, type JsonObject, textField } from '../json-shape.ts'
import { jsonValuesIn } from '../json-values.ts'
import { lookOf } from '../look.ts'
import { type Unread, unread } from '../read-problem.ts'
import type { ReportLine } from '../report-line.ts'
import { type CanvasLayout, EMPTY_LAYOUT, entriesOf, layoutFrom } from './canvas-layout.ts'
import { mended, newNotes, type Notes } from './mend.ts'
import { requestFrom } from './asked-request.ts'
import { organizationSchema, RECORD_SCHEMAS } from './record-schemas.ts'

export const CANVAS_FORMAT = 'iam-canvas'
/** Raised when a file of the old form could be misread; a new optional key does not raise it. */
export const SCHEMA_VERSION = 1

/** What a file of IAM Canvas holds. The form is described in `docs/file-format.md`. */
export interface CanvasContent {
  readonly model: Model
  readonly layout: CanvasLayout
  /** The request that the file's questions are about; absent where nothing of it is settled. */
  readonly request?: ContextValues
  /** Top-level keys that this package does not know, such as an application's questions or notes. */
  readonly extras: Readonly<Record<string, unknown>>
}

export type ReadCanvasFile =
  | {
      readonly ok: true
      readonly value: CanvasContent
      /** What had to be mended, in sentences. Empty for a sound file. */
      readonly notes: readonly ReportLine[]
    }
  | Unread

const OWN_KEYS = ['format', 'schemaVersion', 'savedWith', 'model', 'layout', 'request']

/** The text of a file. The same content gives the same text. `savedWith` names the program, for people to read. */
export function writeCanvasFile(
  content: {
    readonly model: Model
    readonly layout?: CanvasLayout
    readonly request?: ContextValues
    readonly extras?: CanvasContent['extras']
  },
  savedWith: string,
): string {
  const file = {
    format: CANVAS_FORMAT,
    schemaVersion: SCHEMA_VERSION,
    savedWith,
    model: inFileOrder(content.model),
    layout: content.layout ?? EMPTY_LAYOUT,
    ...(content.request && Object.keys(content.request).length > 0 && { request: content.request }),
    ...Object.fromEntries(entriesOf(content.extras).filter(([key]) => !OWN_KEYS.includes(key))),
  }
  return `${JSON.stringify(file, null, 2)}\n`
}

/** The same order of keys whatever was done to the model, so that a comparison of two files shows what changed. */
function inFileOrder(model: Model): Model {
  const { name, organization, accounts, ous, users, groups, roles, policies, resources, externals } = model
  const collections = { accounts, ous, users, groups, roles, policies, resources, externals }
  return { name, ...(organization && { organization }), ...collections }
}

/**
 * Reads such a file. What is damaged inside is mended or left out, with a note, so that the rest can be saved; a text
 * that is something else, or was written by a newer version, is a problem. Never throws.
 */
export function readCanvasFile(text: string): ReadCanvasFile {
  const json = jsonValuesIn(text)
  if (!json.ok) return json
  const [file, second] = json.values
  if (!isObject(file) || fieldOf(file, 'format') !== CANVAS_FORMAT || second !== undefined)
    return notACanvasFile(file)
  const version = fieldOf(file, 'schemaVersion')
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return unread(
      'unknown-version',
      'the file does not say which version of the format it is in (`schemaVersion`)',
    )
  }
  if (version > SCHEMA_VERSION) {
    const program = textField(file, 'savedWith')
    return unread(
      'newer-version',
      `the file was saved by a newer version of IAM Canvas${program ? ` (${program.slice(0, 80)})` : ''}: it is in format ${version}, and this version reads up to ${SCHEMA_VERSION}. Open it there, or update this one`,
    )
  }
  const content = fieldOf(file, 'model')
  if (!isObject(content)) return unread('damaged', 'the file holds no model: it is damaged beyond reading')
  const wrong = COLLECTIONS.find(collection => !isObject(fieldOf(content, collection) ?? {}))
  if (wrong) return unread('damaged', `the file is damaged beyond reading: its \`${wrong}\` are no records`)
  if (isDeep(file)) return unread('damaged', 'the file is nested too deeply to be a file of IAM Canvas')
  const request = requestFrom(fieldOf(file, 'request'))
  const notes = newNotes()
  const model = mended(modelFrom(content, notes), notes)
  return {
    ok: true,
    value: {
      model,
      layout: layoutFrom(fieldOf(file, 'layout'), model),
      ...(request && { request }),
      extras: Object.fromEntries(entriesOf(file).filter(([key]) => !OWN_KEYS.includes(key))),
    },
    notes: notes.lines(),
  }
}

function modelFrom(content: JsonObject, notes: Notes): Model {
  const collections: Record<string, Record<string, Entity>> = {}
  for (const collection of COLLECTIONS) {
    const records: Record<string, Entity> = {}
    for (const [key, value] of Object.entries(objectOr(fieldOf(content, collection)))) {
      const damage = damageOf(collection, key, value)
      // Kept as it stands, and not as the schema gives it: the order of its keys is the file's.
      if (damage === undefined) records[key] = value as Entity
      else notes.add('unreadable-record', `${key}: ${damage}`)
    }
    collections[collection] = records
  }
  const organization = fieldOf(content, 'organization')
  const parsed = organization === undefined ? undefined : v.safeParse(organizationSchema, organization)
  if (parsed && !parsed.success) notes.add('unreadable-record', `organization: ${fault(parsed.issues)}`)
  // The loop filled in every collection, each record checked by the schema of its collection.
  return {
    name: textField(content, 'name') ?? 'Untitled',
    ...(parsed?.success && { organization: parsed.output }),
    ...collections,
  } as unknown as Model
}

/** What is wrong with a record, if anything is. */
function damageOf(collection: Collection, key: string, value: unknown): string | undefined {
  const parsed = v.safeParse(RECORD_SCHEMAS[collection], value)
  if (!parsed.success) return fault(parsed.issues)
  if (parsed.output.id !== key) return 'its id is another'
  return isObject(value) && Object.hasOwn(value, '__proto__') ? 'it has a key `__proto__`' : undefined
}

/** `tags should be a list of tags` */
const fault = ([issue]: readonly v.BaseIssue<unknown>[]): string =>
  `${(issue && v.getDotPath(issue)) ?? 'it'} should be ${issue?.message ?? 'otherwise'}`

const objectOr = (value: unknown): JsonObject => (isObject(value) ? value : {})

function notACanvasFile(value: unknown): Unread {
  const look = {
    'account-dump': 'this is an account dump of AWS: import it',
    policy: 'this is a single policy: drop it on the canvas',
    cloudformation: 'this is a CloudFormation template: import it',
    'terraform-state': 'this is the state of Terraform: import it',
    'terraform-plan': 'this is a plan of Terraform: import it',
    'cli-output': 'this is the output of an AWS command, not a file of IAM Canvas',
    'canvas-file': 'the file holds more than one value: it is damaged',
    json: 'this is JSON, but no file of IAM Canvas',
  }[lookOf(value)]
  return unread('not-a-canvas-file', look)
}
