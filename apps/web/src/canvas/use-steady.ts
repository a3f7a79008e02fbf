import { useLayoutEffect, useRef, useState } from 'react'

/**
 * Handlers that stay the same functions for the life of a component and always do what the newest ones would. React
 * Flow tells every node and line of each handler that has changed, which after an edit takes longer than the edit.
 */
export function useSteady<H extends object>(handlers: H): H {
  const newest = useRef(handlers)
  useLayoutEffect(() => {
    newest.current = handlers
  })
  const [steady] = useState(() => {
    const names = Object.keys(handlers) as (keyof H)[]
    return Object.fromEntries(
      names.map(name => [
        name,
        (...given: readonly unknown[]): unknown => {
          const handler: unknown = newest.current[name]
          return typeof handler === 'function' ? Reflect.apply(handler, undefined, given) : undefined
        },
      ]),
    )
  })
  // The same names, each with a function that hands on to the one of that name.
  return steady as H
}
