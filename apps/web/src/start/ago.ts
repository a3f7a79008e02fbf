const units: readonly (readonly [Intl.RelativeTimeFormatUnit, seconds: number])[] = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['week', 7 * 86_400],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
]

const words = new Intl.RelativeTimeFormat('en', { numeric: 'auto' })

/** "3 hours ago", "yesterday", "just now". */
export function ago(then: number, now = Date.now()): string {
  const seconds = Math.round((then - now) / 1000)
  const unit = units.find(([, size]) => Math.abs(seconds) >= size)
  return unit ? words.format(Math.trunc(seconds / unit[1]), unit[0]) : 'just now'
}
