// zlib's own form rather than raw deflate: six bytes more, for a checksum. A link that lost or changed a letter on its
// way must not open as a model in which a policy says something else.
const form = 'deflate'

export async function compressed(text: string): Promise<Uint8Array> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream(form))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

export type Decompressed = { readonly text: string } | { readonly fault: 'damaged' | 'too-large' }

/**
 * The text again. Stops reading as soon as there is more than `mostBytes` of it: a few letters can be made to unfold
 * into gigabytes. Never throws.
 */
export async function decompressed(bytes: Uint8Array<ArrayBuffer>, mostBytes: number): Promise<Decompressed> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream(form)).getReader()
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let text = ''
  let size = 0
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return { text: text + decoder.decode() }
      size += value.byteLength
      if (size > mostBytes) {
        await reader.cancel()
        return { fault: 'too-large' }
      }
      text += decoder.decode(value, { stream: true })
    }
  } catch {
    return { fault: 'damaged' }
  }
}
