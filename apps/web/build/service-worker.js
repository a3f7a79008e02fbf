// Lets the app start and work without a network. The build puts the list of its files into the next line.
const shell = self.SHELL
const shellCache = `shell-${shell.version}`
const referenceCache = 'reference'
const page = 'index.html'

/** How long a start waits for a network that does not answer, before it takes the page that was kept. */
const patience = 3000

const addressOf = name => new URL(name, self.registration.scope).href

self.addEventListener('install', event => {
  // What has a hash in its name may come from the browser's own cache; the page must be the one of this build.
  const requests = shell.files.map(
    name => new Request(addressOf(name), { cache: name.startsWith('assets/') ? 'default' : 'reload' }),
  )
  event.waitUntil(caches.open(shellCache).then(cache => cache.addAll(requests)))
})

// There is no skipWaiting: as long as a page of the build before is open, its own files stay, those too that it has not
// loaded yet. Nobody is ever asked to reload, and no work is lost; the new build is taken at the next start.
self.addEventListener('activate', event => {
  const old = name => name.startsWith('shell-') && name !== shellCache
  event.waitUntil(
    caches
      .keys()
      .then(names => Promise.all(names.filter(old).map(name => caches.delete(name))))
      .then(() => self.clients.claim()),
  )
})

self.addEventListener('fetch', event => {
  const { request } = event
  const address = new URL(request.url)
  if (request.method !== 'GET' || !request.url.startsWith(self.registration.scope)) return
  if (request.mode === 'navigate') return event.respondWith(newestPage(request))
  const path = address.pathname.slice(new URL(self.registration.scope).pathname.length)
  if (path.startsWith('reference/')) return event.respondWith(referenceFile(request))
  event.respondWith(keptOr(shellCache, request))
})

/** Online always the page as the server has it, so that a new build is never hidden by an old one. */
async function newestPage(request) {
  const kept = await caches.match(addressOf(page), { cacheName: shellCache })
  const fetched = fetch(request)
  if (!kept) return fetched
  const late = new Promise(resolve => setTimeout(resolve, patience, kept))
  return Promise.race([fetched.catch(() => kept), late])
}

async function keptOr(cacheName, request) {
  return (await caches.match(request, { cacheName, ignoreSearch: true, ignoreVary: true })) ?? fetch(request)
}

/** A file of the reference never changes under its address: it holds the versions of the data. */
async function referenceFile(request) {
  const kept = await caches.match(request, { cacheName: referenceCache })
  if (kept) return kept
  const fetched = await fetch(request)
  // A server that knows no such file may answer with the page instead.
  if (fetched.ok && fetched.headers.get('Content-Type')?.includes('json')) {
    const copy = fetched.clone()
    const cache = await caches.open(referenceCache)
    await dropOtherVersions(cache, request.url)
    await cache.put(request, copy)
  }
  return fetched
}

async function dropOtherVersions(cache, address) {
  const folder = address.slice(0, address.indexOf('/', address.indexOf('reference/') + 'reference/'.length))
  const others = (await cache.keys()).filter(({ url }) => !url.startsWith(folder))
  await Promise.all(others.map(other => cache.delete(other)))
}
