import type { ServiceFacts } from '@iam-canvas/core'
import { actionIn, type ReferenceAction, type ServiceReference } from '@iam-canvas/reference/compiled'
import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { serviceQuery, servicesQuery } from './queries.ts'

/** What AWS's reference says of an action: nothing while its service is not loaded. */
export interface ReferencedAction {
  readonly prefix: string
  /** `null`: AWS has no such service. */
  readonly service: UseQueryResult<ServiceReference | null>
  /** `undefined`: not loaded, or the service has no such action. */
  readonly found: ReferenceAction | undefined
  /** What the engine has to know of it and cannot tell from the policies. [S6, D12] */
  readonly facts: ServiceFacts
}

const nothing: ServiceFacts = {}

/** Loads the service of an action and tells what it says of it. */
export function useReferencedAction(action: string): ReferencedAction {
  const [prefix = '', name = ''] = action.split(':')
  // What could not be loaded before is asked for again by hand, not by every panel that opens.
  const service = useQuery({
    ...serviceQuery(prefix.toLowerCase()),
    enabled: action !== '',
    retryOnMount: false,
  })
  const resourceControl = useQuery({
    ...servicesQuery,
    select: ({ services }) =>
      services.find(listed => listed.prefix === prefix.toLowerCase())?.resourceControl,
  }).data
  const found = service.data ? actionIn(service.data, name) : undefined
  const facts = useMemo(() => (found ? factsOf(found, resourceControl) : nothing), [found, resourceControl])
  return { prefix, service, found, facts }
}

const factsOf = ({ types }: ReferenceAction, resourceControl: boolean | undefined): ServiceFacts => ({
  wildcardOnlyAction: types.length === 0,
  ...(resourceControl !== undefined && { resourceControlApplies: resourceControl }),
})
