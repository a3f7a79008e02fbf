import { create } from 'zustand'

/** What tabs tell each other. `tab` is who speaks. */
type Word =
  | { readonly kind: 'opened' | 'here'; readonly tab: string; readonly modelId: string }
  | { readonly kind: 'left'; readonly tab: string }
  | { readonly kind: 'saved' | 'deleted' | 'restored'; readonly tab: string; readonly modelId: string }

interface TabsState {
  /** Other tabs that have this model open. */
  readonly others: ReadonlySet<string>
  /** Another tab has saved or deleted this model since this one loaded or saved it. */
  readonly since: 'saved' | 'deleted' | undefined
}

const alone: TabsState = { others: new Set(), since: undefined }

/** Who else has the open model open. */
export const useTabs = create<TabsState>()(() => alone)

const tab = Math.random().toString(36).slice(2)
let mine = ''
let listeners: readonly (() => void)[] = []

const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('iam-canvas')
// A channel reaches this origin only and takes no other argument.
// oxlint-disable-next-line unicorn/require-post-message-target-origin
const say = (word: Word) => channel?.postMessage(word)

channel?.addEventListener('message', ({ data }: MessageEvent<Word>) => hear(data))
if (typeof window !== 'undefined') {
  window.addEventListener('pagehide', () => say({ kind: 'left', tab }))
  // A page that comes back out of the browser's memory was told nothing meanwhile.
  window.addEventListener('pageshow', event => {
    if (event.persisted) openedHere(mine)
  })
}

/** Call when this tab shows a model. */
export function openedHere(modelId: string) {
  mine = modelId
  useTabs.setState(alone)
  say({ kind: 'opened', tab, modelId })
}

/** Call when this tab has changed what is stored of a model. */
export function tellTabs(kind: 'saved' | 'deleted' | 'restored', modelId: string) {
  say({ kind, tab, modelId })
  if (kind === 'saved' && modelId === mine) useTabs.setState({ since: undefined })
}

/** Runs whenever another tab has changed any model. */
export function onOtherTabs(run: () => void) {
  listeners = [...listeners, run]
}

function hear(word: Word) {
  const { others } = useTabs.getState()
  const without = new Set([...others].filter(other => other !== word.tab))
  switch (word.kind) {
    case 'opened':
    case 'here':
      useTabs.setState({
        others: word.modelId === mine && mine !== '' ? new Set([...without, word.tab]) : without,
      })
      if (word.kind === 'opened' && word.modelId === mine) say({ kind: 'here', tab, modelId: mine })
      return
    case 'left':
      return useTabs.setState({ others: without })
    case 'saved':
    case 'deleted':
    case 'restored':
      if (word.modelId === mine) useTabs.setState({ since: word.kind === 'restored' ? undefined : word.kind })
      for (const listener of listeners) listener()
  }
}
