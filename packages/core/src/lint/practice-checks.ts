import { parseArn } from '../arn.ts'
import { recordsIn } from '../model/collections.ts'
import { entityByArn } from '../model/entity-arn.ts'
import { membersOf, runningAs, usesOf } from '../model/indexes.ts'
import type { DocumentId, EntityId, Model, PolicyId } from '../model/records.ts'
import { parsedPolicy } from '../policy/parsed-policy.ts'
import { guide } from './finding.ts'
import type { ModelCheck } from './model-finding.ts'
import { holdersIn } from './quota-checks.ts'

const PRACTICES = guide('best-practices')
const MANAGED = guide('access_policies_managed-vs-inline')
const UNUSED = guide('access_policies_last-accessed')

/** What AWS advises about who should have what. */
export const practiceChecks: readonly ModelCheck[] = [
  {
    code: 'policy-on-user',
    severity: 'suggestion',
    title: 'Policies attached to a user directly',
    why: 'Permissions of a group stay when people come and go, and one look tells what a job may do. Attached to users they are forgotten: put the user into a group, and audit those that are left.',
    page: PRACTICES,
    *find(model) {
      for (const { id, attachedPolicies, inlinePolicies } of recordsIn(model, 'users')) {
        const count = attachedPolicies.length + inlinePolicies.length
        if (count === 0) continue
        const words = count === 1 ? 'a policy is' : `${count} policies are`
        yield { entity: id, message: `${words} attached to this user directly` }
      }
    },
  },
  {
    code: 'policy-not-attached',
    severity: 'suggestion',
    title: 'Policy that nobody has',
    why: 'By itself a policy does nothing. Attach it, or delete it, so that nobody takes it for a permission in force.',
    page: MANAGED,
    *find(model) {
      for (const { id, account } of recordsIn(model, 'policies')) {
        const { attachedTo, boundaryOf, controls } = usesOf(model, id)
        if (account === 'aws' || attachedTo.length + boundaryOf.length + controls.length > 0) continue
        yield { entity: id, message: 'this policy is attached to nothing' }
      }
    },
  },
  {
    code: 'role-without-policies',
    severity: 'suggestion',
    title: 'Role that may do nothing',
    why: 'Whoever assumes it has no permissions. Attach a policy, or delete the role.',
    page: guide('id_roles_terms-and-concepts'),
    *find(model) {
      for (const { id, attachedPolicies, inlinePolicies } of recordsIn(model, 'roles')) {
        if (attachedPolicies.length + inlinePolicies.length > 0) continue
        yield { entity: id, message: 'this role has no policies' }
      }
    },
  },
  {
    code: 'role-nobody-assumes',
    severity: 'suggestion',
    title: 'Role for a service that runs nothing as it',
    why: 'A role that nothing uses is still a way in for whoever may pass it. AWS shows when a role was used last: delete those that are not.',
    page: UNUSED,
    *find(model) {
      for (const role of recordsIn(model, 'roles')) {
        if (role.path.startsWith('/aws-service-role/') || runningAs(model, role.id).length > 0) continue
        const named = parsedPolicy(role.trustPolicy).document.statements.flatMap(
          ({ principal }) => principal?.values ?? [],
        )
        // Services whose resources a model draws: others may use the role unseen.
        if (named.length === 0 || !named.every(({ text }) => RUNNING.test(text))) continue
        yield { entity: role.id, message: 'nothing in this model runs as this role' }
      }
    },
  },
  {
    code: 'empty-group',
    severity: 'suggestion',
    title: 'Group without members',
    why: 'Its policies reach nobody. Add the users that it was made for, or delete it.',
    page: guide('id_groups'),
    *find(model) {
      for (const { id } of recordsIn(model, 'groups')) {
        if (membersOf(model, id).length === 0) yield { entity: id, message: 'this group has no members' }
      }
    },
  },
  {
    code: 'group-without-policies',
    severity: 'suggestion',
    title: 'Group without policies',
    why: 'A group only lends policies to its members. Without any, being in it changes nothing.',
    page: guide('id_groups'),
    *find(model) {
      for (const { id, attachedPolicies, inlinePolicies } of recordsIn(model, 'groups')) {
        if (attachedPolicies.length + inlinePolicies.length > 0) continue
        yield { entity: id, message: 'this group has no policies' }
      }
    },
  },
  {
    code: 'user-without-permissions',
    severity: 'suggestion',
    title: 'User who may do nothing',
    why: 'What nothing allows is denied, so this user can sign in and see errors. Add a group or a policy, or delete the user.',
    page: guide('id_users'),
    *find(model) {
      for (const user of recordsIn(model, 'users')) {
        const lent = user.groups.some(id => {
          const group = model.groups[id]
          return group && group.attachedPolicies.length + group.inlinePolicies.length > 0
        })
        if (lent || user.attachedPolicies.length + user.inlinePolicies.length > 0) continue
        yield { entity: user.id, message: 'no policy reaches this user' }
      }
    },
  },
  {
    code: 'console-without-mfa',
    severity: 'security-warning',
    title: 'Console password without MFA',
    why: 'A password can be guessed, reused and phished. With a second factor that is not enough to come in.',
    page: guide('id_credentials_mfa'),
    *find(model) {
      for (const { id, consolePassword, mfa } of recordsIn(model, 'users')) {
        if (consolePassword && mfa === false) {
          yield { entity: id, message: 'this user signs in to the console without MFA' }
        }
      }
    },
  },
  {
    code: 'person-with-access-keys',
    severity: 'suggestion',
    title: 'Console password and access keys together',
    why: 'People can work with short-lived credentials of a role. Long-term keys are for programs outside AWS, with a user of their own.',
    page: guide('id_credentials_access-keys'),
    *find(model) {
      for (const { id, consolePassword, accessKeys = 0 } of recordsIn(model, 'users')) {
        if (consolePassword && accessKeys > 0) {
          yield { entity: id, message: 'this user has a console password and long-term access keys' }
        }
      }
    },
  },
  {
    code: 'administrator-user',
    severity: 'security-warning',
    title: 'User who is an administrator',
    why: 'Whoever gets hold of this user’s credentials has the account. Keep administration for a role that is assumed when needed, with MFA.',
    page: PRACTICES,
    *find(model) {
      for (const user of recordsIn(model, 'users')) {
        const lent = user.groups.flatMap(id => model.groups[id]?.attachedPolicies ?? [])
        if (
          user.permissionsBoundary ||
          ![...user.attachedPolicies, ...lent].some(id => isAdministrator(model, id))
        )
          continue
        yield { entity: user.id, message: 'this user may do everything' }
      }
    },
  },
  {
    code: 'boundary-without-policies',
    severity: 'suggestion',
    title: 'Permissions boundary over nothing',
    why: 'A boundary sets the outer limit and grants nothing. It takes a policy within it to be allowed anything.',
    page: guide('access_policies_boundaries'),
    *find(model) {
      for (const holder of holdersIn(model)) {
        if (holder.kind === 'group' || !holder.permissionsBoundary) continue
        const lent = holder.kind === 'user' && holder.groups.length > 0
        if (lent || holder.attachedPolicies.length + holder.inlinePolicies.length > 0) continue
        yield { entity: holder.id, message: 'there is a boundary here, and no policy within it' }
      }
    },
  },
  {
    code: 'policies-say-the-same',
    severity: 'suggestion',
    title: 'Two policies with the same text',
    why: 'One of them will be changed and the other forgotten. Attach one policy in both places.',
    page: MANAGED,
    *find(model) {
      const seen = new Map<string, string>()
      for (const { id, name, text, account } of recordsIn(model, 'policies')) {
        if (text === undefined || account === 'aws') continue
        const first = seen.get(text)
        if (first === undefined) seen.set(text, name)
        else yield { entity: id, message: `\`${first}\` has the same text` }
      }
    },
  },
  {
    code: 'principal-not-in-account',
    severity: 'warning',
    title: 'Principal that its account does not have',
    why: 'A trust or resource policy names a user or role of an account that is drawn here, and it is not there. AWS would refuse the name, or it was deleted since.',
    page: guide('reference_policies_elements_principal'),
    *find(model) {
      const accounts = new Set(recordsIn(model, 'accounts').map(({ account }) => account))
      for (const [entity, document, text] of principalTexts(model)) {
        for (const { principal } of parsedPolicy(text).document.statements) {
          for (const { type, text: named } of principal?.values ?? []) {
            const arn = type === 'AWS' ? parseArn(named) : undefined
            if (!arn || arn.service !== 'iam' || !/^(?:user|role)\/[^*?]+$/.test(arn.resource)) continue
            if (!accounts.has(arn.account) || entityByArn(model, named)) continue
            yield {
              entity,
              document,
              message: `\`${named}\` is not among the users and roles of its account`,
            }
          }
        }
      }
    },
  },
]

const RUNNING = /^(?:ec2|lambda|ecs-tasks|states)\.amazonaws\.com$/

const isAdministrator = (model: Model, id: PolicyId): boolean => {
  const { text } = model.policies[id] ?? {}
  if (text === undefined) return model.policies[id]?.name === 'AdministratorAccess'
  return parsedPolicy(text).document.statements.some(
    ({ effect, action, resource, conditions, evaluable }) =>
      evaluable &&
      effect === 'Allow' &&
      conditions.length === 0 &&
      !action?.not &&
      !resource?.not &&
      action?.values.some(value => value.text === '*' || value.text === '*:*') === true &&
      resource?.values.some(value => value.text === '*') === true,
  )
}

function* principalTexts(model: Model): Generator<readonly [EntityId, DocumentId, string]> {
  for (const { id, trustPolicy } of recordsIn(model, 'roles')) yield [id, `trust:${id}`, trustPolicy]
  for (const { id, resourcePolicy } of recordsIn(model, 'resources')) {
    if (resourcePolicy !== undefined) yield [id, `resource-policy:${id}`, resourcePolicy]
  }
}
