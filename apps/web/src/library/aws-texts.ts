import { policiesQuery, policyQuery } from '../reference/queries.ts'
import { queryClient } from '../workspace/query-client.ts'

/** The current texts of AWS managed policies, by name; one that AWS does not list is left out. */
export async function awsTexts(names: readonly string[]): Promise<Readonly<Record<string, string>>> {
  const listed = new Set((await queryClient.fetchQuery(policiesQuery)).map(({ name }) => name))
  const texts = names
    .filter(name => listed.has(name))
    .map(async name => [name, (await queryClient.fetchQuery(policyQuery(name))).text] as const)
  return Object.fromEntries(await Promise.all(texts))
}
