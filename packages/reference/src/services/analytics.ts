import type { Service } from '../service.ts'

export const athena: Service = {
  prefix: 'athena',
  label: 'Athena',
  types: [
    ['workgroup', 'Athena workgroup', '{region}:{account}:workgroup/{name}'],
    ['datacatalog', 'Athena data catalog', '{region}:{account}:datacatalog/{name}'],
  ],
  actions: [
    ['Write', 'workgroup', 'StartQueryExecution StopQueryExecution CreateNamedQuery DeleteNamedQuery'],
    ['Write', 'workgroup', 'CreateWorkGroup UpdateWorkGroup DeleteWorkGroup CreatePreparedStatement'],
    [
      'Read',
      'workgroup',
      'GetQueryExecution GetQueryResults GetQueryResultsStream GetNamedQuery GetWorkGroup',
    ],
    ['Read', 'workgroup', 'BatchGetQueryExecution BatchGetNamedQuery GetPreparedStatement'],
    ['Read', 'workgroup', 'ListQueryExecutions'],
    ['List', 'workgroup', 'ListNamedQueries ListPreparedStatements'],
    ['Read', 'datacatalog', 'GetDataCatalog GetDatabase GetTableMetadata'],
    ['List', 'datacatalog', 'ListDatabases ListTableMetadata'],
    ['Write', 'datacatalog', 'CreateDataCatalog UpdateDataCatalog DeleteDataCatalog'],
    ['Tagging', 'datacatalog,workgroup', 'TagResource UntagResource'],
    ['List', '', 'ListWorkGroups ListDataCatalogs ListEngineVersions'],
  ],
}

export const glue: Service = {
  prefix: 'glue',
  label: 'Glue',
  types: [
    ['catalog', 'Glue catalog', '{region}:{account}:catalog'],
    ['database', 'Glue database', '{region}:{account}:database/{name}'],
    ['table', 'Glue table', '{region}:{account}:table/{database}/{name}'],
    ['job', 'Glue job', '{region}:{account}:job/{name}'],
    ['crawler', 'Glue crawler', '{region}:{account}:crawler/{name}'],
    ['connection', 'Glue connection', '{region}:{account}:connection/{name}'],
    ['trigger', 'Glue trigger', '{region}:{account}:trigger/{name}'],
  ],
  actions: [
    ['Read', 'catalog,database', 'GetDatabase GetDatabases'],
    ['Write', 'catalog,database', 'CreateDatabase UpdateDatabase DeleteDatabase'],
    [
      'Read',
      'catalog,database,table',
      'GetTable GetTables GetTableVersions GetPartition GetPartitions BatchGetPartition',
    ],
    [
      'Write',
      'catalog,database,table',
      'CreateTable UpdateTable DeleteTable CreatePartition BatchCreatePartition',
    ],
    ['Write', 'catalog,database,table', 'UpdatePartition DeletePartition'],
    ['Read', 'catalog,connection', 'GetConnection'],
    ['Write', 'catalog,connection', 'CreateConnection DeleteConnection'],
    ['Read', 'job', 'GetJob GetJobRun GetJobRuns'],
    ['Write', 'job', 'CreateJob UpdateJob DeleteJob StartJobRun BatchStopJobRun'],
    ['Read', 'crawler', 'GetCrawler'],
    ['Write', 'crawler', 'UpdateCrawler DeleteCrawler StartCrawler StopCrawler'],
    ['Read', 'trigger', 'GetTrigger'],
    ['Write', 'trigger', 'CreateTrigger UpdateTrigger DeleteTrigger StartTrigger StopTrigger'],
    ['Permissions management', 'catalog', 'PutResourcePolicy DeleteResourcePolicy'],
    ['Tagging', 'crawler,job,trigger', 'TagResource UntagResource'],
    ['List', '', 'ListJobs ListCrawlers ListTriggers'],
    ['Write', '', 'CreateCrawler'],
  ],
}
