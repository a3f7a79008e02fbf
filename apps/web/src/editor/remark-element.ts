import type { Remark } from './shown-diagnostics.ts'

/** What stands in a tooltip: the finding, why it matters, and the page of AWS's documentation. */
export function remarkElement({ message, why, page, severity, code }: Remark): HTMLElement {
  const element = document.createElement('div')
  element.className = `cm-remark cm-remark-${severity}`
  element.append(prose('p', message))
  if (why) element.append(prose('p', why, 'cm-remark-why'))
  if (page) {
    const link = document.createElement('a')
    link.href = page
    link.target = '_blank'
    link.rel = 'noreferrer'
    link.textContent = 'Read it at AWS'
    if (code) link.title = code
    element.append(link)
  }
  return element
}

/** A sentence in which what stands in backticks is code. */
function prose(tag: 'p', text: string, className = ''): HTMLElement {
  const element = document.createElement(tag)
  element.className = className
  for (const [index, part] of text.split('`').entries()) {
    if (index % 2 === 0) element.append(part)
    else {
      const code = document.createElement('code')
      code.textContent = part
      element.append(code)
    }
  }
  return element
}
