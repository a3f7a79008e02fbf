import { openExample } from '../open/open-models.ts'
import { openExampleById } from './open-example.ts'

export interface ExampleEntry {
  readonly label: string
  readonly hint: string
  readonly open: () => Promise<unknown>
}

/** Every account to begin from, as a menu lists them; loaded when one is opened. */
export async function exampleEntries(): Promise<readonly ExampleEntry[]> {
  const { examples } = await import('@iam-canvas/lessons/examples')
  return [
    {
      label: 'Game results',
      hint: 'one table, two policies, two users: where the app begins',
      open: openExample,
    },
    ...examples.map(({ id, title, summary }) => ({
      label: title,
      hint: summary,
      open: () => openExampleById(id),
    })),
  ]
}
