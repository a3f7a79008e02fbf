const storageKey = 'iam-canvas.open'

/** Which model this browser had open last; the next visit starts with it. */
export function rememberedModel(): string | undefined {
  try {
    return localStorage.getItem(storageKey) ?? undefined
  } catch {
    return undefined
  }
}

export function rememberOpenModel(id: string) {
  try {
    localStorage.setItem(storageKey, id)
  } catch {
    // The next visit then starts with the newest saved model.
  }
}
