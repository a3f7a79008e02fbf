import { create } from 'zustand'

export interface Message {
  readonly id: number
  readonly text: string
  readonly tone: 'plain' | 'error'
  readonly action?: { readonly label: string; readonly run: () => void }
  /** An offer: what is said after it does not take its place. */
  readonly offer?: true
}

interface Messages {
  readonly shown: readonly Message[]
  /** What a screen reader is to say next, where nothing needs to be seen. */
  readonly spoken: string
  show: (message: Omit<Message, 'id'>) => number
  /** Says more in a message that is still shown. */
  amend: (id: number, text: string) => void
  dismiss: (id: number) => void
  say: (text: string) => void
  /** Says again what was said or shown last. */
  repeat: () => void
}

const shownFor = { plain: 6_000, error: 15_000 }
const offeredFor = 60_000
let nextId = 1
let last = ''

/** Short messages at the foot of the canvas. An error stays longer, since it says what to do. */
export const useMessages = create<Messages>()((set, get) => ({
  shown: [],
  spoken: '',
  show: message => {
    const id = nextId++
    last = message.text
    set(({ shown }) => ({
      // One of each tone: what was said before is in the history.
      shown: [
        ...shown.filter(old => old.tone !== message.tone || old.offer !== message.offer),
        { ...message, id },
      ],
    }))
    setTimeout(() => get().dismiss(id), message.offer ? offeredFor : shownFor[message.tone])
    return id
  },
  amend: (id, text) => {
    last = text
    set(({ shown }) => ({
      shown: shown.map(message => (message.id === id ? { ...message, text } : message)),
    }))
  },
  dismiss: id => set(({ shown }) => ({ shown: shown.filter(message => message.id !== id) })),
  say: spoken => {
    last = spoken
    set({ spoken })
  },
  // A screen reader speaks only what has changed; a space that cannot be heard is a change.
  repeat: () => set(({ spoken }) => ({ spoken: spoken === last ? `${last}\u00a0` : last })),
}))

export const tell = (text: string, action?: Message['action']) =>
  useMessages.getState().show({ text, tone: 'plain', ...(action ? { action } : {}) })

/** Something that can be done now, which waits beside other messages. */
export const offer = (text: string, action: NonNullable<Message['action']>) =>
  useMessages.getState().show({ text, tone: 'plain', offer: true, action })

export const dismiss = (id: number) => useMessages.getState().dismiss(id)

export const amend = (id: number, text: string) => useMessages.getState().amend(id, text)

export const warn = (text: string, action?: Message['action']) =>
  useMessages.getState().show({ text, tone: 'error', ...(action ? { action } : {}) })
