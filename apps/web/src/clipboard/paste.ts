import { type Command, entityById } from '@iam-canvas/core'
import { sniffFile } from '@iam-canvas/exchange'
import { isInView, middleOfView } from '../canvas/canvas-view.ts'
import { withPositions } from '../canvas/layout-changes.ts'
import { dropPolicyText } from '../open/drop-text.ts'
import { openFile } from '../open/open-file.ts'
import { policyIn } from '../open/text-drop.ts'
import { warn } from '../ui/messages.ts'
import type { Layout, Point } from '../workspace/document.ts'
import type { CanvasNote, NoteId } from '@iam-canvas/exchange'
import { perform } from '../workspace/perform.ts'
import { selectedEntity } from '../workspace/selection.ts'
import { select, useWorkspace } from '../workspace/workspace.ts'
import { type Copied, readCopied } from './copied.ts'
import { pasteCommands } from './paste-commands.ts'

const largestPaste = 5 * 1024 * 1024
const step = 24

/** How often the same text has been pasted: each copy stands a little further on. */
let repeated: { readonly text: string; readonly times: number } = { text: '', times: 0 }

/** Puts a text on the canvas, as what it is: copied things, a policy, an account dump. One undo step. */
export function pasteText(text: string, at?: Point) {
  if (text.trim() === '') warn('There is nothing to paste')
  else if (text.length > largestPaste)
    warn('That is too much to paste. Save it to a file and open the file instead')
  else pasteAsWhatItIs(text, at)
}

function pasteAsWhatItIs(text: string, at?: Point) {
  const copied = readCopied(text)
  if (copied) {
    repeated = { text, times: repeated.text === text ? repeated.times + 1 : 1 }
    pasteCopied(copied, 'pasted', at ? { at } : { by: step * repeated.times })
    return
  }
  const policy = policyIn(text)
  if (policy !== undefined) {
    pastePolicy(policy, at)
    return
  }
  switch (sniffFile(text)) {
    case 'account-dump':
    case 'canvas-file':
      void openFile(new File([text], 'Pasted text.json', { type: 'application/json' }))
      return
    default:
      warn(
        'What you pasted is neither something copied here nor the JSON of a policy. The model is unchanged',
      )
  }
}

interface Where {
  /** The corner goes to this point, */
  readonly at?: Point
  /** or everything this far from where it was copied; to the middle of the view if that is out of sight. */
  readonly by?: number
}

export function pasteCopied(copied: Copied, done: string, where: Where) {
  const { document } = useWorkspace.getState()
  const { commands, ids, made } = pasteCommands(document.model, copied.model)
  const notes = copied.notes.map(note => ({ from: note.id, note: { ...note, id: newNoteId() } }))
  if (made.length + notes.length === 0) {
    warn('Everything that was copied is on this canvas already')
    return
  }
  const renamed = new Map<string, string>([
    ...[...ids].filter(([, to]) => made.includes(to)),
    ...notes.map(({ from, note }) => [from, note.id] as const),
  ])
  const places = placesFor(copied, renamed, where)
  const layout = withNotes(
    withPositions(document.layout, places),
    notes.map(({ note }) => note),
  )
  const command: Command | undefined =
    commands.length === 1 ? commands[0] : commands.length > 1 ? { type: 'Batch', commands } : undefined
  const count = made.length + notes.length
  const label = `${count === 1 ? firstName(copied) : `${count} things`} ${done}`
  if (!perform({ ...(command && { command }), layout, label }).ok) return
  const noteIds = notes.map(({ note }) => note.id)
  select({ kind: 'entities', ids: made, ...(noteIds.length > 0 && { notes: noteIds }) })
}

function firstName({ model, notes }: Copied): string {
  const entity = [
    ...Object.values(model.groups),
    ...Object.values(model.users),
    ...Object.values(model.roles),
    ...Object.values(model.policies),
    ...Object.values(model.resources),
    ...Object.values(model.externals),
  ][0]
  return entity?.name ?? (notes.length > 0 ? 'Note' : 'Nothing')
}

function placesFor({ positions }: Copied, renamed: ReadonlyMap<string, string>, { at, by = 0 }: Where) {
  const stood = Object.entries(positions).filter(([id]) => renamed.has(id))
  const corner = {
    x: Math.min(...stood.map(([, place]) => place.x)),
    y: Math.min(...stood.map(([, place]) => place.y)),
  }
  const near = { x: corner.x + by, y: corner.y + by }
  const to = at ?? (isInView(near) ? near : middleOfView())
  return new Map(
    stood.map(([id, { x, y }]) => [
      renamed.get(id) ?? id,
      { x: to.x + x - corner.x, y: to.y + y - corner.y },
    ]),
  )
}

const newNoteId = (): NoteId => `note:${crypto.randomUUID()}`

function withNotes(layout: Layout, notes: readonly CanvasNote[]): Layout {
  if (notes.length === 0) return layout
  return { ...layout, notes: { ...layout.notes, ...Object.fromEntries(notes.map(note => [note.id, note])) } }
}

/** A policy's JSON goes to what is selected, as if it was dropped there; or else it becomes a policy on the canvas. */
function pastePolicy(text: string, at?: Point) {
  const { document, selection } = useWorkspace.getState()
  const selected = selectedEntity(selection)
  const entity = selected && entityById(document.model, selected)
  // What takes no text is no reason to refuse one.
  const takes = entity && entity.kind !== 'external' && !('account' in entity && entity.account === 'aws')
  dropPolicyText({ name: 'PastedPolicy', text, how: 'pasted' }, { target: takes ? selected : undefined, at })
}
