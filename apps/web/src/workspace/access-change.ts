import { type AccessChange, type AccessMatrix, compareAccess } from '@iam-canvas/core'

const known = new WeakMap<AccessMatrix, { readonly before: AccessMatrix; readonly change: AccessChange }>()

/** What a worker has compared already need not be compared again on the page. */
export function rememberChange(before: AccessMatrix, after: AccessMatrix, change: AccessChange) {
  known.set(after, { before, change })
}

/** "6 accesses gained", "2 gained, 1 lost"; empty when nothing changed. */
export function accessChangeText(before: AccessMatrix, after: AccessMatrix): string {
  const told = known.get(after)
  return changeText(told?.before === before ? told.change : compareAccess(before, after))
}

export function changeText({ gained, lost }: AccessChange): string {
  if (gained > 0 && lost > 0) return `${gained} gained, ${lost} lost`
  const count = gained || lost
  if (count === 0) return ''
  return `${count} ${count === 1 ? 'access' : 'accesses'} ${gained > 0 ? 'gained' : 'lost'}`
}
