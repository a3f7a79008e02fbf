/** A place in AWS's documentation. */
export interface DocPage {
  readonly href: string
  readonly label: string
}

/** A link to it, which opens beside the app. */
export function pageLink({ href, label }: DocPage): HTMLAnchorElement {
  const link = document.createElement('a')
  link.href = href
  link.target = '_blank'
  link.rel = 'noreferrer'
  link.textContent = label
  return link
}

/** What an entry of the completion list is for, and where to read on. */
export const infoWithPage =
  (text: string, page: DocPage): (() => HTMLElement) =>
  () => {
    const element = document.createElement('div')
    if (text) element.append(text, document.createElement('br'))
    element.append(pageLink(page))
    return element
  }
