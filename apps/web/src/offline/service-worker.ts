/**
 * Lets the app start without a network from the second time on. It waits until the page is there: what it fetches
 * ahead is the whole app. In development there is nothing to keep.
 */
export function keepForOffline() {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  // Where a browser refuses (a private window, no secure address), the app works as well, only not offline.
  const register = () => void navigator.serviceWorker.register('./service-worker.js').catch(() => undefined)
  if (document.readyState === 'complete') register()
  else window.addEventListener('load', register, { once: true })
}
