import { create } from 'zustand'

/** A page of the reference. */
export type ReferencePlace =
  | { readonly kind: 'start' }
  | { readonly kind: 'global-keys' }
  | { readonly kind: 'service'; readonly prefix: string }
  /** `name` without the prefix. */
  | { readonly kind: 'action'; readonly prefix: string; readonly name: string }

interface ReferenceState {
  readonly open: boolean
  /** The pages that were gone through, the one that is shown last. */
  readonly trail: readonly ReferencePlace[]
  /** A page led to another since it was opened. */
  readonly moved: boolean
  /** What was typed into the search; the list beside the canvas and the one in the dialog share it. */
  readonly query: string
  /** The access level that is looked for; empty for all. */
  readonly level: string
}

const start: ReferencePlace = { kind: 'start' }

/** What of AWS's reference is looked at. Apart from what shows it, so that keys and menus can open it. */
export const useReference = create<ReferenceState>()(() => ({
  open: false,
  trail: [start],
  moved: false,
  query: '',
  level: '',
}))

export const openReference = (place: ReferencePlace = start) =>
  useReference.setState({ open: true, trail: [place], moved: false })

export const closeReference = () => useReference.setState({ open: false })

/** Shows the page of `s3:GetObject`, or of its service where the name is a pattern. */
export function openActionReference(action: string) {
  const [prefix = '', name] = action.split(':')
  const service = prefix.toLowerCase()
  goToPlace(
    name === undefined || /[*?]/.test(name) || name === ''
      ? { kind: 'service', prefix: service }
      : { kind: 'action', prefix: service, name },
  )
}

export const goToPlace = (place: ReferencePlace) =>
  useReference.setState(({ trail, open }) =>
    open ? { trail: [...trail, place], moved: true } : { open: true, trail: [place], moved: false },
  )

export const goBack = () =>
  useReference.setState(({ trail }) => ({
    trail: trail.length > 1 ? trail.slice(0, -1) : trail,
    moved: true,
  }))
