import { type AccessMatrix, compareAccess } from '@iam-canvas/core'

/** "6 accesses gained", "2 gained, 1 lost"; empty when nothing changed. */
export function accessChangeText(before: AccessMatrix, after: AccessMatrix): string {
  const { gained, lost } = compareAccess(before, after)
  if (gained > 0 && lost > 0) return `${gained} gained, ${lost} lost`
  const count = gained || lost
  if (count === 0) return ''
  return `${count} ${count === 1 ? 'access' : 'accesses'} ${gained > 0 ? 'gained' : 'lost'}`
}
