import type { ServiceEntry, ServiceReference } from '@iam-canvas/core/lint'
import { serviceFacts } from '@iam-canvas/reference/compiled'
import { serviceQuery, servicesQuery, wordsQuery } from '../reference/queries.ts'
import { queryClient } from '../workspace/query-client.ts'

const entries = new Map<string, ServiceEntry>()
const asked = new Set<string>()
let prefixes: ReadonlySet<string> | undefined

/** What of the reference is loaded so far. Checks that need more keep silent. */
export const loadedReference: ServiceReference = {
  get prefixes() {
    return prefixes
  },
  service: prefix => entries.get(prefix),
}

/** Loads the services with these prefixes that are not loaded yet, and says when more is known than before. */
export async function wantServices(wanted: Iterable<string>, onLoaded: () => void): Promise<void> {
  const missing = [...new Set(wanted)].filter(prefix => !asked.has(prefix))
  if (missing.length === 0 && prefixes) return
  for (const prefix of missing) asked.add(prefix)
  try {
    const { services } = await queryClient.fetchQuery(servicesQuery)
    const listed = prefixes === undefined
    prefixes ??= new Set(services.map(({ prefix }) => prefix))
    const loaded = await Promise.allSettled(missing.map(loadService))
    for (const [index, result] of loaded.entries()) {
      // Asked for again with the next change: the network may be back.
      if (result.status === 'rejected') asked.delete(missing[index] ?? '')
    }
    // Whoever is told asks again at once: where nothing came, that would go on for ever.
    if (listed || loaded.some(({ status }) => status === 'fulfilled')) onLoaded()
  } catch {
    // Without the list nothing is known, and every check that needs it stays silent.
    for (const prefix of missing) asked.delete(prefix)
  }
}

async function loadService(prefix: string): Promise<void> {
  const service = await queryClient.fetchQuery(serviceQuery(prefix))
  if (service && !entries.has(prefix)) entries.set(prefix, serviceFacts(service))
}

/** A service with what each action and key is for; `undefined` where there is no such service, or no way to it. */
export function describedService(prefix: string): Promise<ServiceEntry | undefined> {
  let entry = described.get(prefix)
  if (!entry) {
    entry = describe(prefix)
    described.set(prefix, entry)
    // The network may be back the next time.
    void entry.then(found => found ?? described.delete(prefix))
  }
  return entry
}

const described = new Map<string, Promise<ServiceEntry | undefined>>()

async function describe(prefix: string): Promise<ServiceEntry | undefined> {
  try {
    const service = await queryClient.fetchQuery(serviceQuery(prefix))
    if (!service) return undefined
    const words = await queryClient.fetchQuery(wordsQuery(prefix)).catch(() => undefined)
    return serviceFacts(service, words)
  } catch {
    return undefined
  }
}

/** Every service there is, by prefix and name; none where the list is not to be had. */
export async function listedServices(): Promise<
  readonly { readonly prefix: string; readonly name: string }[]
> {
  try {
    return (await queryClient.fetchQuery(servicesQuery)).services
  } catch {
    return []
  }
}
