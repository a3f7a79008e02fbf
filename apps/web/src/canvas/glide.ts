const gliding = 'data-gliding'
const lasts = 260
let timer: ReturnType<typeof setTimeout> | undefined

/**
 * Lets the nodes glide to their next places instead of jumping there; the style sheet says how, and not at all for
 * people who asked for less motion. Lines wait until the nodes have arrived.
 */
export function glide() {
  const canvas = document.querySelector('[data-region="canvas"]')
  if (!canvas) return
  canvas.setAttribute(gliding, '')
  clearTimeout(timer)
  timer = setTimeout(() => canvas.removeAttribute(gliding), lasts)
}
