import { expect, type Page } from '@playwright/test'
import { message } from './canvas.ts'
import { chooseFile } from './files.ts'

export const account = '111122223333'
export const userArn = (user: string) => `arn:aws:iam::${account}:user/${user}`

/** A policy text, set in lines. */
export const policyText = (...statements: readonly object[]) =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2)

interface Thing {
  readonly kind: 'user' | 'group' | 'role' | 'policy' | 'resource'
  readonly name: string
  /** Any field of its record. */
  readonly [field: string]: unknown
}

const collections = {
  user: 'users',
  group: 'groups',
  role: 'roles',
  policy: 'policies',
  resource: 'resources',
} as const

const held = { path: '/', attachedPolicies: [], inlinePolicies: [] }
const defaults = {
  user: { ...held, groups: [], tags: [] },
  group: held,
  role: { ...held, tags: [] },
  policy: { path: '/', purpose: 'identity', tags: [] },
  resource: { parts: [], tags: [] },
} as const

/** Opens a model of these things; what a record must have and is not given is empty. Ids are kind and name. */
export async function openModel(page: Page, name: string, ...things: readonly Thing[]) {
  const records = Object.fromEntries(
    Object.entries(collections).map(([kind, collection]) => [
      collection,
      Object.fromEntries(
        things
          .filter(thing => thing.kind === kind)
          .map(thing => {
            const id = `${kind}:${thing.name}`
            return [id, { account, ...defaults[thing.kind], ...thing, id }]
          }),
      ),
    ]),
  )
  const own = { kind: 'account', id: `account:${account}`, account, name: 'My account', attachedPolicies: [] }
  const model = { name, accounts: { [own.id]: own }, ous: {}, externals: {}, ...records }
  const file = { format: 'iam-canvas', schemaVersion: 1, savedWith: 'a story', model }
  await chooseFile(page, `${name}.iam-canvas.json`, JSON.stringify(file))
  await expect(message(page, `${name} opened`)).toBeVisible()
}
