import type { Service } from '../service.ts'

export const executeApi: Service = {
  prefix: 'execute-api',
  label: 'API Gateway',
  types: [['execute-api-general', 'API Gateway method', '{region}:{account}:{api}/{+method}']],
  actions: [['Write', 'execute-api-general', 'Invoke InvalidateCache ManageConnections']],
}

export const apigateway: Service = {
  prefix: 'apigateway',
  label: 'API Gateway management',
  types: [
    ['RestApi', 'REST API', '{region}::/restapis/{id}'],
    ['RestApis', 'REST APIs', '{region}::/restapis'],
    ['Resource', 'REST API resource', '{region}::/restapis/{id}/resources/{+resource}'],
    ['Stage', 'REST API stage', '{region}::/restapis/{id}/stages/{stage}'],
    ['Deployment', 'REST API deployment', '{region}::/restapis/{id}/deployments/{deployment}'],
    ['Api', 'HTTP or WebSocket API', '{region}::/apis/{id}'],
    ['Apis', 'HTTP and WebSocket APIs', '{region}::/apis'],
  ],
  actions: [
    ['Read', 'Api,Apis,Deployment,Resource,RestApi,RestApis,Stage', 'GET'],
    ['Write', 'Api,Deployment,Resource,RestApi,Stage', 'DELETE PATCH'],
    ['Write', 'Apis,Deployment,Resource,RestApis,Stage', 'POST'],
    ['Write', 'Api,Resource,RestApi,Stage', 'PUT'],
    ['Permissions management', 'RestApi,RestApis', 'UpdateRestApiPolicy'],
  ],
}

export const route53: Service = {
  prefix: 'route53',
  label: 'Route 53',
  types: [
    ['hostedzone', 'Route 53 hosted zone', '::hostedzone/{id}'],
    ['change', 'Route 53 change', '::change/{id}'],
    ['healthcheck', 'Route 53 health check', '::healthcheck/{id}'],
  ],
  actions: [
    ['Write', 'hostedzone', 'ChangeResourceRecordSets DeleteHostedZone UpdateHostedZoneComment'],
    ['Write', 'hostedzone', 'AssociateVPCWithHostedZone DisassociateVPCFromHostedZone'],
    ['List', 'hostedzone', 'GetHostedZone ListResourceRecordSets'],
    ['List', 'change', 'GetChange'],
    ['Read', 'healthcheck', 'GetHealthCheck'],
    ['List', 'healthcheck', 'GetHealthCheckStatus'],
    ['Write', 'healthcheck', 'UpdateHealthCheck DeleteHealthCheck'],
    ['Tagging', 'hostedzone,healthcheck', 'ChangeTagsForResource'],
    ['Read', 'hostedzone,healthcheck', 'ListTagsForResource'],
    ['List', '', 'ListHostedZones ListHostedZonesByName GetHostedZoneCount'],
    ['Read', '', 'ListHealthChecks'],
    ['Write', '', 'CreateHostedZone CreateHealthCheck'],
  ],
}
