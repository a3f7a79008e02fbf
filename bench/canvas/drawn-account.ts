import { type Command, emptyModel } from '@iam-canvas/core'
import { writeCanvasFile } from '@iam-canvas/exchange'
import { changed, seeded } from '../scenario.ts'

const ACCOUNT = '111122223333'

/**
 * The file of an account that is drawn as so many nodes with three lines to every two of them: users and roles that hold
 * policies, and tables that the policies speak of. The same number gives the same account.
 */
export function drawnAccount(nodes: number): string {
  const random = seeded(nodes)
  const commands: Command[] = []
  const tables = Math.round(nodes * 0.25)
  const policies = Math.round(nodes * 0.3)
  const users = nodes - tables - policies
  for (let index = 0; index < tables; index++) {
    commands.push({
      type: 'AddResource',
      resource: `resource:table-${index}`,
      name: `table-${index}`,
      arn: `arn:aws:dynamodb:eu-west-1:${ACCOUNT}:table/table-${index}`,
      service: 'dynamodb',
      resourceType: 'table',
    })
  }
  for (let index = 0; index < policies; index++) {
    const Statement = {
      Effect: 'Allow',
      Action: index % 3 === 0 ? 'dynamodb:PutItem' : 'dynamodb:GetItem',
      Resource: `arn:aws:dynamodb:eu-west-1:${ACCOUNT}:table/table-${random(tables)}`,
    }
    const text = JSON.stringify({ Version: '2012-10-17', Statement }, null, 2)
    commands.push({ type: 'CreatePolicy', policy: `policy:p${index}`, name: `Policy${index}`, text })
  }
  const lines = Math.round(nodes * 1.5)
  const held = Array.from({ length: users }, () => new Set<number>())
  for (let line = 0; line < lines; line++) held[line % users]?.add(random(policies))
  for (const [index, own] of held.entries()) {
    const user = `user:u${index}` as const
    commands.push({ type: 'CreateUser', user, name: `user-${index}` })
    for (const policy of own) commands.push({ type: 'AttachUserPolicy', user, policy: `policy:p${policy}` })
  }
  const model = changed(emptyModel(`${nodes} nodes`, ACCOUNT), { type: 'Batch', commands })
  return writeCanvasFile({ model }, 'bench')
}
