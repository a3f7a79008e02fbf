/**
 * AWS managed policies that AWS has marked deprecated, and what it names in their place. AWS lists them no longer, or
 * attaches them to nobody new; an account may still have them.
 * Kept by hand, last looked at on 2026-11-24: AWS publishes no list, and the package that the policies come from says
 * nothing of it (its 0.0.656 knows names, ARNs, dates and texts). A test holds that each successor is there.
 * https://docs.aws.amazon.com/aws-managed-policy/latest/reference/about-managed-policy-reference.html#deprecated-managed-policies
 */
export const successors: Readonly<Record<string, string>> = {
  AWSLambdaFullAccess: 'AWSLambda_FullAccess',
  AWSLambdaReadOnlyAccess: 'AWSLambda_ReadOnlyAccess',
  AWSCodePipelineFullAccess: 'AWSCodePipeline_FullAccess',
  AWSCodePipelineReadOnlyAccess: 'AWSCodePipeline_ReadOnlyAccess',
  AWSElasticBeanstalkFullAccess: 'AdministratorAccess-AWSElasticBeanstalk',
  AWSElasticBeanstalkReadOnlyAccess: 'AWSElasticBeanstalkReadOnly',
  AWSCloudTrailFullAccess: 'AWSCloudTrail_FullAccess',
  AWSCloudTrailReadOnlyAccess: 'AWSCloudTrail_ReadOnlyAccess',
  AWSConfigRole: 'AWS_ConfigRole',
  AWSOpsWorksFullAccess: 'AWSOpsWorks_FullAccess',
  AWSBackupAdminPolicy: 'AWSBackupFullAccess',
  AWSBackupOperatorPolicy: 'AWSBackupOperatorAccess',
  AmazonEC2RoleforSSM: 'AmazonSSMManagedInstanceCore',
  AmazonElasticMapReduceFullAccess: 'AmazonEMRFullAccessPolicy_v2',
  AmazonElasticMapReduceReadOnlyAccess: 'AmazonEMRReadOnlyAccessPolicy_v2',
  AmazonElasticMapReduceRole: 'AmazonEMRServicePolicy_v2',
  AmazonMachineLearningRoleforRedshiftDataSource: 'AmazonMachineLearningRoleforRedshiftDataSourceV3',
}

/** What AWS names in place of a deprecated managed policy; `undefined` for one that is not known to be deprecated. */
export const successorOf = (name: string): string | undefined =>
  Object.hasOwn(successors, name) ? successors[name] : undefined
