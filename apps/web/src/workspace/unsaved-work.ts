/** The last changes of a page that was closed before the database had them. */
export interface UnsavedWork {
  readonly id: string
  /** The revision they were made on; once the stored model has moved on, they are already in it or obsolete. */
  readonly basedOn: number
  readonly text: string
}

const storageKey = 'iam-canvas.unsaved'

export function keepUnsaved(work: UnsavedWork) {
  try {
    localStorage.setItem(storageKey, JSON.stringify(work))
  } catch {
    // Too large or refused: the database is then the only chance, and it is being tried as well.
  }
}

/** Takes what was kept, once. */
export function takeUnsaved(): UnsavedWork | undefined {
  try {
    const kept = localStorage.getItem(storageKey)
    localStorage.removeItem(storageKey)
    if (kept === null) return undefined
    const work: unknown = JSON.parse(kept)
    return isUnsavedWork(work) ? work : undefined
  } catch {
    return undefined
  }
}

function isUnsavedWork(value: unknown): value is UnsavedWork {
  if (typeof value !== 'object' || value === null) return false
  const { id, basedOn, text } = value as Partial<Record<keyof UnsavedWork, unknown>>
  return typeof id === 'string' && typeof basedOn === 'number' && typeof text === 'string'
}
