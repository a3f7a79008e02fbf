import type { Service } from '../service.ts'

export const logs: Service = {
  prefix: 'logs',
  label: 'CloudWatch Logs',
  types: [
    ['log-group', 'CloudWatch log group', '{region}:{account}:log-group:{+group}'],
    ['log-stream', 'CloudWatch log stream', '{region}:{account}:log-group:{+group}:log-stream:{+stream}'],
    ['destination', 'CloudWatch Logs destination', '{region}:{account}:destination:{name}'],
  ],
  actions: [
    ['Write', 'log-group', 'CreateLogGroup CreateLogStream DeleteLogGroup'],
    ['Write', 'log-stream', 'PutLogEvents DeleteLogStream'],
    ['Read', 'log-stream', 'GetLogEvents'],
    ['Read', 'log-group', 'FilterLogEvents StartQuery GetLogGroupFields StartLiveTail'],
    [
      'List',
      'log-group',
      'DescribeLogGroups DescribeLogStreams DescribeMetricFilters DescribeSubscriptionFilters',
    ],
    ['List', 'log-group', 'ListTagsForResource'],
    ['Write', 'log-group', 'PutRetentionPolicy DeleteRetentionPolicy PutMetricFilter DeleteMetricFilter'],
    ['Write', 'log-group', 'PutSubscriptionFilter DeleteSubscriptionFilter AssociateKmsKey CreateExportTask'],
    ['Tagging', 'log-group', 'TagResource UntagResource'],
    ['Write', 'destination', 'PutDestination DeleteDestination'],
    ['Permissions management', 'destination', 'PutDestinationPolicy'],
    ['Read', '', 'GetQueryResults StopQuery'],
    ['List', '', 'DescribeResourcePolicies DescribeQueries'],
    ['Permissions management', '', 'PutResourcePolicy DeleteResourcePolicy'],
  ],
}

export const cloudwatch: Service = {
  prefix: 'cloudwatch',
  label: 'CloudWatch',
  types: [
    ['alarm', 'CloudWatch alarm', '{region}:{account}:alarm:{name}'],
    ['dashboard', 'CloudWatch dashboard', ':{account}:dashboard/{name}'],
    ['metric-stream', 'CloudWatch metric stream', '{region}:{account}:metric-stream/{name}'],
  ],
  actions: [
    ['Read', 'alarm', 'DescribeAlarms DescribeAlarmHistory'],
    [
      'Write',
      'alarm',
      'PutMetricAlarm PutCompositeAlarm SetAlarmState EnableAlarmActions DisableAlarmActions DeleteAlarms',
    ],
    ['List', 'alarm', 'ListTagsForResource'],
    ['Tagging', 'alarm', 'TagResource UntagResource'],
    ['Read', 'dashboard', 'GetDashboard'],
    ['Write', 'dashboard', 'PutDashboard DeleteDashboards'],
    ['Read', 'metric-stream', 'GetMetricStream'],
    ['Write', 'metric-stream', 'PutMetricStream StartMetricStreams StopMetricStreams DeleteMetricStream'],
    ['Write', '', 'PutMetricData'],
    ['Read', '', 'GetMetricData GetMetricStatistics DescribeAlarmsForMetric'],
    ['List', '', 'ListMetrics ListDashboards ListMetricStreams'],
  ],
}

export const cloudformation: Service = {
  prefix: 'cloudformation',
  label: 'CloudFormation',
  types: [
    ['stack', 'CloudFormation stack', '{region}:{account}:stack/{name}/{id}'],
    ['changeset', 'CloudFormation change set', '{region}:{account}:changeSet/{name}/{id}'],
    ['stackset', 'CloudFormation stack set', '{region}:{account}:stackset/{name}:{id}'],
  ],
  actions: [
    [
      'Write',
      'stack',
      'CreateStack UpdateStack DeleteStack CancelUpdateStack ContinueUpdateRollback RollbackStack',
    ],
    [
      'Write',
      'stack',
      'CreateChangeSet ExecuteChangeSet DeleteChangeSet UpdateTerminationProtection DetectStackDrift',
    ],
    [
      'Read',
      'stack',
      'DescribeStackEvents DescribeStackResource DescribeStackResources DescribeChangeSet GetTemplate',
    ],
    ['Read', 'stack,stackset', 'GetTemplateSummary'],
    ['Read', 'stack', 'GetStackPolicy'],
    ['List', 'stack', 'DescribeStacks ListStackResources ListChangeSets'],
    ['Permissions management', 'stack', 'SetStackPolicy'],
    ['Read', 'stackset', 'DescribeStackSet'],
    [
      'Write',
      'stackset',
      'UpdateStackSet DeleteStackSet CreateStackInstances UpdateStackInstances DeleteStackInstances',
    ],
    ['List', 'stackset', 'ListStackInstances'],
    ['Tagging', 'changeset,stack,stackset', 'TagResource UntagResource'],
    ['List', '', 'ListStacks ListStackSets ListExports ListImports'],
    ['Read', '', 'ValidateTemplate EstimateTemplateCost'],
    ['Write', '', 'CreateStackSet'],
  ],
}

export const codebuild: Service = {
  prefix: 'codebuild',
  label: 'CodeBuild',
  types: [
    ['project', 'CodeBuild project', '{region}:{account}:project/{name}'],
    ['report-group', 'CodeBuild report group', '{region}:{account}:report-group/{name}'],
  ],
  actions: [
    ['Write', 'project', 'StartBuild StopBuild RetryBuild StartBuildBatch StopBuildBatch BatchDeleteBuilds'],
    [
      'Write',
      'project',
      'CreateProject UpdateProject DeleteProject CreateWebhook UpdateWebhook DeleteWebhook',
    ],
    ['Write', 'project', 'InvalidateProjectCache'],
    ['Read', 'project', 'BatchGetBuilds BatchGetProjects'],
    ['List', 'project', 'ListBuildsForProject'],
    ['Permissions management', 'project', 'UpdateProjectVisibility'],
    ['Read', 'report-group', 'BatchGetReportGroups BatchGetReports DescribeTestCases'],
    [
      'Write',
      'report-group',
      'CreateReportGroup UpdateReportGroup DeleteReportGroup CreateReport UpdateReport',
    ],
    ['Write', 'report-group', 'BatchPutTestCases BatchPutCodeCoverages'],
    ['List', 'report-group', 'ListReportsForReportGroup'],
    ['Permissions management', 'project,report-group', 'PutResourcePolicy DeleteResourcePolicy'],
    ['List', '', 'ListProjects ListBuilds ListReportGroups ListSourceCredentials'],
    ['Write', '', 'ImportSourceCredentials DeleteSourceCredentials'],
  ],
}
