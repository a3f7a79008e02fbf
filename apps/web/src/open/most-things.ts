/** More than this cannot be drawn so that anyone could work with it. */
export const mostThings = 10_000
