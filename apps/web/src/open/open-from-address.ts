import { askedExample, openExampleById } from '../examples/open-example.ts'
import { listenForLinks } from '../share/incoming-link.ts'
import { openEmpty } from './open-models.ts'

/** `/new`, or `#new` where a server knows one page only: an empty model, beside whatever was made before. */
const asksForNew = ({ pathname, hash }: Location) => /\/new\/?$/.test(pathname) || hash === '#new'

/**
 * Opens what the address asks for: `/new`, or an example by `/new?example=ID` or `/?example=ID`. The address is then plain
 * again, so that a reload goes on with the work.
 */
export async function openFromAddress() {
  listenForLinks()
  const example = askedExample(location.search)
  if (example !== undefined) await openExampleById(example)
  else if (asksForNew(location)) await openEmpty()
  else return
  const hash = location.hash === '#new' ? '' : location.hash
  history.replaceState(null, '', (location.pathname.replace(/new\/?$/, '') || '/') + hash)
}
