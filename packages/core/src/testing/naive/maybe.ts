/** True, false, or hanging on something nobody has told. */
export type Maybe = boolean | 'maybe'

export const and = (all: readonly Maybe[]): Maybe =>
  all.includes(false) ? false : all.includes('maybe') ? 'maybe' : true

export const or = (all: readonly Maybe[]): Maybe =>
  all.includes(true) ? true : all.includes('maybe') ? 'maybe' : false

export const not = (one: Maybe): Maybe => (one === 'maybe' ? 'maybe' : !one)
