/** `/new`, or `#new` where a server knows one page only: an empty model, beside whatever was made before. */
const asksForNew = ({ pathname, hash }: Location) => /\/new\/?$/.test(pathname) || hash === '#new'

/** The example that an address asks for: `/new?example=game-outcome`. */
export const askedExample = (search: string): string | undefined =>
  new URLSearchParams(search).get('example') ?? undefined

/**
 * Opens what the address asks for: `/new`, or an example by `/new?example=ID` or `/?example=ID`. The address is then plain
 * again, so that a reload goes on with the work.
 */
export async function openFromAddress() {
  // Hardly any visit comes by such an address, so what opens it is loaded then.
  void import('../share/incoming-link.ts').then(({ listenForLinks }) => listenForLinks())
  const example = askedExample(location.search)
  if (example !== undefined) await (await import('../examples/open-example.ts')).openExampleById(example)
  else if (asksForNew(location)) await (await import('./open-models.ts')).openEmpty()
  else return
  const hash = location.hash === '#new' ? '' : location.hash
  history.replaceState(null, '', (location.pathname.replace(/new\/?$/, '') || '/') + hash)
}
