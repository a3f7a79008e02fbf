import { listenForLinks } from '../share/incoming-link.ts'
import { openEmpty } from './open-models.ts'

/** `/new`, or `#new` where a server knows one page only: an empty model, beside whatever was made before. */
const asksForNew = ({ pathname, hash }: Location) => /\/new\/?$/.test(pathname) || hash === '#new'

/** Opens what the address asks for. The address is then plain again, so that a reload goes on with the work. */
export async function openFromAddress() {
  listenForLinks()
  if (!asksForNew(location)) return
  await openEmpty()
  history.replaceState(null, '', location.pathname.replace(/new\/?$/, '') || '/')
}
