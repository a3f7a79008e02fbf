import { referenceSources } from '@iam-canvas/reference/compiled'

/** How much of a file has come, in characters; the large ones are of plain letters, so that is how many bytes. */
export type OnProgress = (received: number) => void

/**
 * Fetches a file of the compiled reference from the app's own origin: `services/s3`. Rejects with a sentence for people
 * when it is not to be had.
 */
export async function fetchFile<T>(name: string, onProgress?: OnProgress): Promise<T> {
  const address = new URL(`reference/${referenceSources.stamp}/${name}.json`, document.baseURI)
  const response = await fetch(address).catch(() => undefined)
  if (!response)
    throw new Error('You seem to be offline, and this part of the reference was not loaded before.')
  // A server that knows no such file may answer with the page instead.
  if (!response.ok || !response.headers.get('Content-Type')?.includes('json'))
    throw new Error(
      'This part of the reference is not there. A newer version of the app may be: reload the page.',
    )
  // Compiled together with this app, and tested for its form there.
  if (!onProgress || !response.body) return (await response.json()) as T
  return JSON.parse(await readAll(response.body, onProgress)) as T
}

async function readAll(body: ReadableStream<Uint8Array>, onProgress: OnProgress): Promise<string> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let text = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    text += decoder.decode(value, { stream: true })
    onProgress(text.length)
  }
}
