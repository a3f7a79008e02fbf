import { create } from 'zustand'

interface OpenConcept {
  readonly id: string
  /** The word it belongs to: the card stands beside it, and gives the focus back to it. */
  readonly anchor: HTMLElement | SVGElement
  /** Asked for by a press; otherwise the pointer only rests on the word, and the card goes with it. */
  readonly pinned: boolean
}

/** The word of IAM whose card is shown. */
export const useConceptCard = create<{ readonly shown?: OpenConcept }>()(() => ({}))

const restBeforeCard = 350
let timer: ReturnType<typeof setTimeout> | undefined

export function openConcept(id: string, anchor: HTMLElement | SVGElement, pinned: boolean) {
  clearTimeout(timer)
  useConceptCard.setState({ shown: { id, anchor, pinned } })
}

/** Shows the card when the pointer rests on the word. */
export function openConceptSoon(id: string, anchor: HTMLElement | SVGElement) {
  clearTimeout(timer)
  timer = setTimeout(() => {
    if (!useConceptCard.getState().shown?.pinned) openConcept(id, anchor, false)
  }, restBeforeCard)
}

/** Takes a card away that nobody asked to stay; in a moment, so that the pointer can move onto it. */
export function leaveConcept() {
  clearTimeout(timer)
  timer = setTimeout(() => {
    if (useConceptCard.getState().shown?.pinned === false) closeConcept()
  }, 200)
}

/** The pointer has reached the card: it stays. */
export const stayOnConcept = () => clearTimeout(timer)

export function closeConcept() {
  clearTimeout(timer)
  useConceptCard.setState({}, true)
}
