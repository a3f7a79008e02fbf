/**
 * Lets the app start without a network from the second time on. It waits until the page is there: what it fetches
 * ahead is the whole app. In development there is nothing to keep.
 */
export function keepForOffline() {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  // Where a browser refuses (a private window, no secure address), the app works as well, only not offline.
  const register = () => void navigator.serviceWorker.register('./service-worker.js').catch(() => undefined)
  navigator.serviceWorker.addEventListener('controllerchange', keepWhatWasLoaded, { once: true })
  if (document.readyState === 'complete') register()
  else window.addEventListener('load', register, { once: true })
}

/**
 * On the first visit the worker comes after the page: what was fetched of the reference by then is fetched once more,
 * mostly out of the browser's own cache, so that it is kept as all that follows.
 */
function keepWhatWasLoaded() {
  const early = performance.getEntriesByType('resource').map(({ name }) => name)
  const files = early.filter(address => /\/reference\/[^/]+\/.+\.json$/.test(address))
  for (const address of new Set(files)) void fetch(address).catch(() => undefined)
}
