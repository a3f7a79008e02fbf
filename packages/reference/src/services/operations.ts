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
    ['Write', 'log-group', 'CreateLogGroup DeleteLogGroup PutRetentionPolicy DeleteRetentionPolicy'],
    ['Write', 'log-group', 'PutMetricFilter DeleteMetricFilter PutSubscriptionFilter'],
    ['Write', 'log-group', 'DeleteSubscriptionFilter AssociateKmsKey CreateExportTask'],
    ['Write', 'log-stream', 'CreateLogStream PutLogEvents DeleteLogStream'],
    ['Read', 'log-stream', 'GetLogEvents'],
    ['Read', 'log-group', 'FilterLogEvents StartQuery GetLogGroupFields StartLiveTail'],
    ['Read', 'log-group', 'GetQueryResults'],
    ['List', '', 'DescribeLogGroups DescribeResourcePolicies DescribeQueries'],
    ['List', 'log-group', 'DescribeLogStreams DescribeMetricFilters DescribeSubscriptionFilters'],
    ['List', 'log-group,destination', 'ListTagsForResource'],
    ['Tagging', 'log-group,destination', 'TagResource UntagResource'],
    ['Write', 'destination', 'PutDestination DeleteDestination PutDestinationPolicy'],
    ['Read', '', 'StopQuery'],
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
    ['Write', 'alarm', 'PutMetricAlarm PutCompositeAlarm SetAlarmState EnableAlarmActions'],
    ['Write', 'alarm', 'DisableAlarmActions DeleteAlarms'],
    ['List', 'alarm,dashboard,metric-stream', 'ListTagsForResource'],
    ['Tagging', 'alarm,dashboard,metric-stream', 'TagResource UntagResource'],
    ['Read', 'dashboard', 'GetDashboard'],
    ['Write', 'dashboard', 'PutDashboard DeleteDashboards'],
    ['Read', 'metric-stream', 'GetMetricStream'],
    ['Write', 'metric-stream', 'PutMetricStream StartMetricStreams StopMetricStreams'],
    ['Write', 'metric-stream', 'DeleteMetricStream'],
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
    ['Write', 'stack', 'CreateStack UpdateStack DeleteStack CancelUpdateStack'],
    ['Write', 'stack', 'ContinueUpdateRollback RollbackStack CreateChangeSet ExecuteChangeSet'],
    ['Write', 'stack', 'DeleteChangeSet UpdateTerminationProtection'],
    ['Read', 'stack', 'DetectStackDrift DescribeStackEvents DescribeStackResource'],
    ['Read', 'stack', 'DescribeStackResources DescribeChangeSet GetTemplate GetStackPolicy'],
    ['Read', 'stack,stackset', 'GetTemplateSummary'],
    ['List', 'stack', 'DescribeStacks ListStackResources ListChangeSets'],
    ['Permissions management', 'stack', 'SetStackPolicy'],
    ['Read', 'stackset', 'DescribeStackSet'],
    ['Write', 'stackset', 'UpdateStackSet DeleteStackSet CreateStackInstances UpdateStackInstances'],
    ['Write', 'stackset', 'DeleteStackInstances'],
    ['List', 'stackset', 'ListStackInstances'],
    ['Tagging', 'stack,changeset,stackset', 'TagResource UntagResource'],
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
    ['Write', 'project', 'StartBuild StopBuild RetryBuild StartBuildBatch StopBuildBatch'],
    ['Write', 'project', 'BatchDeleteBuilds CreateProject UpdateProject DeleteProject'],
    ['Write', 'project', 'CreateWebhook UpdateWebhook DeleteWebhook InvalidateProjectCache'],
    ['Write', 'project', 'UpdateProjectVisibility'],
    ['Read', 'project', 'BatchGetBuilds BatchGetProjects'],
    ['List', 'project', 'ListBuildsForProject'],
    ['Read', 'report-group', 'BatchGetReportGroups BatchGetReports DescribeTestCases'],
    ['Write', 'report-group', 'CreateReportGroup UpdateReportGroup DeleteReportGroup CreateReport'],
    ['Write', 'report-group', 'UpdateReport BatchPutTestCases BatchPutCodeCoverages'],
    ['List', 'report-group', 'ListReportsForReportGroup'],
    ['Permissions management', 'project,report-group', 'PutResourcePolicy DeleteResourcePolicy'],
    ['List', '', 'ListProjects ListBuilds ListReportGroups ListSourceCredentials'],
    ['Write', '', 'ImportSourceCredentials DeleteSourceCredentials'],
  ],
}
