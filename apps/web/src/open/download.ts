/** Gives the person a file. */
export function download(content: Blob, name: string) {
  const url = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // Some browsers read the address only after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

/** A model's name as the beginning of a file's. */
export const fileStem = (name: string): string => name.replace(/[^\p{L}\p{N} ._-]+/gu, '-').trim() || 'model'
