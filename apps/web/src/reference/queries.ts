import {
  type ActionsFile,
  type GrantsFile,
  grantingPolicies,
  type PoliciesFile,
  type PolicyFile,
  readPolicies,
  readService,
  readServices,
  referenceSources,
  type ServiceFile,
  type ServicesFile,
  type VersionRow,
  type WordsFile,
} from '@iam-canvas/reference/compiled'
import { queryOptions } from '@tanstack/react-query'
import { fetchFile } from './fetch-file.ts'
import { actionIndex, type ActionWords } from './search-actions.ts'

/** What can be loaded of the reference. A file never changes under its name, so nothing is ever stale. */
const forGood = { staleTime: Number.POSITIVE_INFINITY, gcTime: Number.POSITIVE_INFINITY } as const

/** Every service by name, and the global condition keys. */
export const servicesQuery = queryOptions({
  ...forGood,
  queryKey: ['reference', 'services'],
  queryFn: async () => {
    const file = await fetchFile<ServicesFile>('services')
    return { services: readServices(file), globalKeys: file.globalKeys }
  },
})

/** Actions, resource types and condition keys of a service; `null` for a prefix that no service has. */
export const serviceQuery = (prefix: string) =>
  queryOptions({
    ...forGood,
    queryKey: ['reference', 'service', prefix],
    queryFn: async ({ client }) => {
      const { services } = await client.fetchQuery(servicesQuery)
      return services.some(listed => listed.prefix === prefix)
        ? readService(prefix, await fetchFile<ServiceFile>(`services/${prefix}`))
        : null
    },
  })

/** How much of a large file has come, from 0 to 1. Nobody asks for it: whoever fetches the file writes it. */
export const progressKey = (file: 'actions' | 'words') => ['reference', 'progress', file] as const

/** Every action of every service, ready to be searched by name. */
export const actionIndexQuery = queryOptions({
  ...forGood,
  queryKey: ['reference', 'actions'],
  queryFn: async ({ client }) => {
    const { services } = await client.fetchQuery(servicesQuery)
    const file = await fetchFile<ActionsFile>('actions', received =>
      client.setQueryData(progressKey('actions'), received / referenceSources.lengths.actions),
    )
    return actionIndex(file, services)
  },
})

/** What every action of every service is for, by service and name. */
export const allWordsQuery = queryOptions({
  ...forGood,
  queryKey: ['reference', 'words'],
  queryFn: ({ client }) =>
    fetchFile<ActionWords>('words', received =>
      client.setQueryData(progressKey('words'), received / referenceSources.lengths.words),
    ),
})

/** The places, in the index of managed policies, of those that allow an action, by its place among those of its service. */
export const grantsQuery = (prefix: string) =>
  queryOptions({
    ...forGood,
    queryKey: ['reference', 'grants', prefix],
    queryFn: async () => {
      const file = await fetchFile<GrantsFile>(`grants/${prefix}`)
      return (action: number) => grantingPolicies(file, action)
    },
  })

/** What each action and key of a service is for. */
export const wordsQuery = (prefix: string) =>
  queryOptions({
    ...forGood,
    queryKey: ['reference', 'words', prefix],
    queryFn: () => fetchFile<WordsFile>(`words/${prefix}`),
  })

/** Every AWS managed policy, in short. */
export const policiesQuery = queryOptions({
  ...forGood,
  queryKey: ['reference', 'policies'],
  queryFn: async () => readPolicies(await fetchFile<PoliciesFile>('policies')),
})

/** The latest document of an AWS managed policy, laid out for reading. */
export const policyQuery = (name: string) =>
  queryOptions({
    ...forGood,
    queryKey: ['reference', 'policy', name],
    queryFn: async () => {
      const { version, document } = await fetchFile<PolicyFile>(`policies/${name}`)
      return { version, text: JSON.stringify(document, null, 2) }
    },
  })

/** What AWS changed in a managed policy, version by version. */
export const versionsQuery = (name: string) =>
  queryOptions({
    ...forGood,
    queryKey: ['reference', 'versions', name],
    queryFn: () => fetchFile<readonly VersionRow[]>(`versions/${name}`),
  })
