/** A permission that one call needs beside its own. [S9] */
export interface DependentAction {
  readonly action: string
  /** What it is asked of: the role that is handed over, the resource itself, or `*`. */
  readonly on: 'role' | 'resource' | 'any'
}

const passRole: DependentAction = { action: 'iam:PassRole', on: 'role' }

/**
 * Calls that hand a role to a service. AWS then asks `iam:PassRole` on that role as well.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
 */
const handsOverRole = [
  'apigateway:PUT',
  'autoscaling:CreateAutoScalingGroup',
  'batch:RegisterJobDefinition',
  'cloudformation:CreateStack',
  'cloudformation:UpdateStack',
  'codebuild:CreateProject',
  'codebuild:UpdateProject',
  'codepipeline:CreatePipeline',
  'codepipeline:UpdatePipeline',
  'ec2:AssociateIamInstanceProfile',
  'ec2:ReplaceIamInstanceProfileAssociation',
  'ec2:RunInstances',
  'ecs:CreateService',
  'ecs:RegisterTaskDefinition',
  'ecs:RunTask',
  'ecs:StartTask',
  'ecs:UpdateService',
  'events:PutTargets',
  'firehose:CreateDeliveryStream',
  'glue:CreateCrawler',
  'glue:CreateJob',
  'glue:UpdateJob',
  'iam:AddRoleToInstanceProfile',
  'lambda:CreateFunction',
  'lambda:UpdateFunctionConfiguration',
  'logs:PutSubscriptionFilter',
  'rds:AddRoleToDBInstance',
  'sagemaker:CreateNotebookInstance',
  'sagemaker:CreateTrainingJob',
  'states:CreateStateMachine',
  'states:UpdateStateMachine',
] as const

const dependents: ReadonlyMap<string, readonly DependentAction[]> = new Map(
  handsOverRole.map(action => [action.toLowerCase(), [passRole]]),
)

/** What a call needs beside its own permission; nothing for a call that is not listed. Names are compared without case. */
export const dependentActions = (action: string): readonly DependentAction[] =>
  dependents.get(action.toLowerCase()) ?? []
