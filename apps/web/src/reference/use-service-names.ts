import { serviceLabel } from '@iam-canvas/reference'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { servicesQuery } from './queries.ts'

/** What people call a service: the everyday name, or AWS's own without the company. Until it is loaded, the prefix. */
export function useServiceNames(): (prefix: string) => string {
  const { data } = useQuery(servicesQuery)
  return useMemo(() => {
    const names = new Map(
      data?.services.map(({ prefix, name }) => [prefix, name.replace(/^(?:Amazon|AWS) /, '')]),
    )
    return prefix => {
      const label = serviceLabel(prefix)
      return label === prefix ? (names.get(prefix) ?? prefix) : label
    }
  }, [data])
}
