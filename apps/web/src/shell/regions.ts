const order = ['palette', 'canvas', 'drawer', 'inspector', 'problems'] as const
export type Region = (typeof order)[number]

const find = (region: Region) => document.querySelector<HTMLElement>(`[data-region="${region}"]`)

/** Puts the focus on the first thing in a region that can take it. */
export function focusRegion(region: Region): boolean {
  const element = find(region)
  const selected = element?.querySelector<HTMLElement>(
    '.react-flow__node.selected, .react-flow__edge.selected, [aria-selected="true"], [aria-current="step"]',
  )
  // Lines come before nodes in the page, but nobody wants to start with one.
  const node = element?.querySelector<HTMLElement>('.react-flow__node')
  const first = element?.querySelector<HTMLElement>('button:not(:disabled), [href], input, [tabindex="0"]')
  const target = selected ?? node ?? first
  target?.focus({ preventScroll: region === 'canvas' })
  return target != null
}

/** F6 goes around the regions, Shift+F6 goes back. */
export function cycleRegion(backwards: boolean) {
  const here = order.findIndex(region => find(region)?.contains(document.activeElement))
  for (let step = 1; step <= order.length; step++) {
    const index = (here + (backwards ? -step : step) + order.length * 2) % order.length
    const region = order[index]
    if (region && focusRegion(region)) return
  }
}
