/** Milliseconds of one run. */
export function once(run: () => unknown): number {
  const start = performance.now()
  run()
  return performance.now() - start
}

/** Runs a few times to warm up and then `times` times; the middle and the 95th of a hundred. */
export function often(
  run: (index: number) => unknown,
  times = 60,
): { readonly median: number; readonly p95: number } {
  for (let index = 0; index < 8; index++) run(index)
  const all = Array.from({ length: times }, (_, index) => once(() => run(index + 8))).sort((a, b) => a - b)
  const at = (share: number) => all[Math.min(all.length - 1, Math.floor(all.length * share))] ?? 0
  return { median: at(0.5), p95: at(0.95) }
}

export function row(what: string, measured: string, hold: string, ratio = '') {
  console.log(`${what.padEnd(58)} ${measured.padStart(22)}   ${hold.padEnd(26)} ${ratio}`)
}

export const ms = (value: number): string => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`

/** A row with what it is to hold, and whether it did: on a busy machine a miss by little says little. */
export function held(what: string, value: number, most: number, show: (value: number) => string, ratio = '') {
  row(what, show(value), `≤ ${show(most)}   ${value <= most ? 'held' : 'NOT HELD'}`, ratio)
}

export const perSecond = (value: number): string => `${Math.round(value).toLocaleString('en')} / s`
