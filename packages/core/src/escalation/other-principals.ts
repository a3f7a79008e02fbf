import { arnOf } from '../model/entity-arn.ts'
import type { Model, Role, User } from '../model/records.ts'
import type { EscalationRule, Way } from './rule.ts'

const roleRule = (id: string, action: string, does: string): EscalationRule => ({
  id,
  does,
  ways: (model, by) =>
    Object.values(model.roles)
      .filter(role => role.id !== by.id)
      .map(role => become(model, role, action)),
})

/** Whoever can make credentials for another user is that user. */
const userRule = (action: string, does: string): EscalationRule => ({
  id: action,
  does,
  ways: (model, by) =>
    Object.values(model.users)
      .filter(user => user.id !== by.id && user.account === by.account)
      .map(user => become(model, user, `iam:${action}`)),
})

const become = (model: Model, principal: User | Role, action: string): Way => ({
  gain: { kind: 'becomes', principal: principal.id },
  target: principal.id,
  needs: [{ action, resource: arnOf(model, principal.id) ?? '*' }],
})

/** The ways to act as somebody else. */
export const otherPrincipalRules: readonly EscalationRule[] = [
  roleRule('AssumeRole', 'sts:AssumeRole', 'assumes it'),
  {
    id: 'UpdateAssumeRolePolicy',
    does: 'writes itself into its trust policy, and assumes it',
    ways: (model, by) =>
      Object.values(model.roles)
        // In another account the trust policy is somebody else's, and writing it needs credentials there.
        .filter(role => role.id !== by.id && role.account === by.account)
        .map(role => become(model, role, 'iam:UpdateAssumeRolePolicy')),
  },
  userRule('CreateAccessKey', 'makes an access key for it'),
  userRule('CreateLoginProfile', 'gives it a console password'),
  userRule('UpdateLoginProfile', 'changes its console password'),
  {
    id: 'UpdateFunctionCode',
    does: 'puts its own code into a function that runs as it',
    ways: model =>
      Object.values(model.resources).flatMap((resource): Way[] =>
        resource.runsAs && resource.service === 'lambda'
          ? [
              {
                gain: { kind: 'becomes', principal: resource.runsAs },
                target: resource.id,
                needs: [{ action: 'lambda:UpdateFunctionCode', resource: resource.arn }],
              },
            ]
          : [],
      ),
  },
]
