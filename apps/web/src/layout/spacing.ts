/** All distances, in canvas pixels and in steps of 4. */
export const grid = 4

/** Between nodes above each other: wide while there is room, tight once columns wrap. */
export const rowGap = { wide: 32, tight: 24 } as const

/** Between the columns that one band is wrapped into. */
export const wrapGap = 40

/** Between bands: lines with chips run here. */
export const bandGap = 160

/** Above policies that nothing is attached to. */
export const looseGap = 64

/** Columns up to this height are never wrapped: it is a screen. */
export const screenHeight = 960

/** Width to height of a picture that fills a screen. */
export const aspect = 1.6

export const group = { header: 40, padding: 16, memberGap: 12 } as const

export const snap = (value: number): number => Math.round(value / grid) * grid
export const snapUp = (value: number): number => Math.ceil(value / grid) * grid
