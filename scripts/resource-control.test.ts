import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { authorize } from '../packages/core/src/index.ts'
import type { ServicesFile } from '../packages/reference/src/files.ts'
import { readServices } from '../packages/reference/src/managed-policies.ts'

const index = join(import.meta.dirname, '../packages/reference/generated/services.json')
const services = readServices(JSON.parse(readFileSync(index, 'utf8')) as ServicesFile)
const fence = {
  id: 'fence',
  document: {
    Version: '2012-10-17',
    Statement: { Effect: 'Deny', Principal: '*', Action: '*', Resource: '*' },
  },
}

function isBound(prefix: string): boolean {
  const { decision } = authorize({
    request: {
      principal: 'arn:aws:iam::111122223333:user/ana',
      action: `${prefix}:Anything`,
      resource: `arn:aws:${prefix}:eu-west-1:111122223333:thing`,
    },
    policies: { resourceControl: [{ level: 'root', policies: [fence] }] },
  })
  return decision === 'ExplicitDeny'
}

it('[D12] the engine binds the services that RCPs bind by AWS’s reference, and no other', () => {
  const bound = services.filter(({ prefix }) => isBound(prefix)).map(({ prefix }) => prefix)
  const listed = services.filter(({ resourceControl }) => resourceControl).map(({ prefix }) => prefix)
  expect(bound).toEqual(listed)
})
