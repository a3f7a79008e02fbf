import { arnOf, partitionOf } from '../model/entity-arn.ts'
import type { Model, Role, User } from '../model/records.ts'
import type { EscalationRule, Need } from './rule.ts'

interface Host {
  readonly id: string
  readonly service: string
  readonly does: string
  /** Actions of the service with the end of the ARN each is asked of; `*` where it has no resources of its own. */
  readonly actions: readonly (readonly [action: string, resource: string])[]
}

/**
 * Services that run something as a role they were handed. Whoever may pass a role to one of them, and may start
 * something there, does what the role may. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
 */
const HOSTS: readonly Host[] = [
  {
    id: 'PassRoleToLambda',
    service: 'lambda.amazonaws.com',
    does: 'makes a function that runs as it',
    actions: [['lambda:CreateFunction', 'function:*']],
  },
  {
    id: 'PassRoleToEc2',
    service: 'ec2.amazonaws.com',
    does: 'starts an instance that runs as it',
    actions: [['ec2:RunInstances', 'instance/*']],
  },
  {
    id: 'PassRoleToEcs',
    service: 'ecs-tasks.amazonaws.com',
    does: 'starts a container that runs as it',
    actions: [
      ['ecs:RegisterTaskDefinition', '*'],
      ['ecs:RunTask', 'task-definition/*'],
    ],
  },
  {
    id: 'PassRoleToCloudFormation',
    service: 'cloudformation.amazonaws.com',
    does: 'has a stack built as it',
    actions: [['cloudformation:CreateStack', 'stack/*']],
  },
  {
    id: 'PassRoleToCodeBuild',
    service: 'codebuild.amazonaws.com',
    does: 'runs a build as it',
    actions: [
      ['codebuild:CreateProject', 'project/*'],
      ['codebuild:StartBuild', 'project/*'],
    ],
  },
  {
    id: 'PassRoleToGlue',
    service: 'glue.amazonaws.com',
    does: 'runs a job as it',
    actions: [
      ['glue:CreateJob', 'job/*'],
      ['glue:StartJobRun', 'job/*'],
    ],
  },
  {
    id: 'PassRoleToStepFunctions',
    service: 'states.amazonaws.com',
    does: 'runs a state machine as it',
    actions: [
      ['states:CreateStateMachine', 'stateMachine:*'],
      ['states:StartExecution', 'stateMachine:*'],
    ],
  },
]

export const passRoleRules: readonly EscalationRule[] = HOSTS.map(({ id, service, does, actions }) => ({
  id,
  does,
  ways: (model, by) =>
    Object.values(model.roles)
      .filter(role => role.id !== by.id && role.account === by.account)
      .map(role => ({
        gain: { kind: 'becomes', principal: role.id },
        target: role.id,
        needs: [
          passRole(model, role, service),
          ...actions.map(([action, end]): Need => ({ action, resource: inAccount(model, by, action, end) })),
          { principal: service, action: 'sts:AssumeRole', resource: arnOf(model, role.id) ?? '*' },
        ],
      })),
}))

const passRole = (model: Model, role: Role, service: string): Need => ({
  action: 'iam:PassRole',
  resource: arnOf(model, role.id) ?? '*',
  context: { 'iam:PassedToService': service },
})

function inAccount(model: Model, by: User | Role, action: string, end: string): string {
  if (end === '*') return '*'
  const service = action.slice(0, action.indexOf(':'))
  return `arn:${partitionOf(model, by.account)}:${service}:*:${by.account}:${end}`
}
