import type { Service } from './service.ts'
import { athena, glue } from './services/analytics.ts'
import { ec2, ecs, lambda, states } from './services/compute.ts'
import { dynamodb, elasticache, rds, rdsData } from './services/databases.ts'
import { events, firehose, kinesis, sns, sqs } from './services/messaging.ts'
import { apigateway, executeApi, route53 } from './services/networking.ts'
import { cloudformation, cloudwatch, codebuild, logs } from './services/operations.ts'
import { iam, kms, secretsmanager, ssm, sts } from './services/security.ts'
import { ecr, s3 } from './services/storage.ts'

export const services: readonly Service[] = [
  s3,
  dynamodb,
  lambda,
  sqs,
  sns,
  kms,
  secretsmanager,
  ssm,
  iam,
  sts,
  logs,
  cloudwatch,
  events,
  states,
  executeApi,
  apigateway,
  kinesis,
  firehose,
  ec2,
  ecs,
  ecr,
  rds,
  rdsData,
  elasticache,
  athena,
  glue,
  cloudformation,
  codebuild,
  route53,
]

const labels: ReadonlyMap<string, string> = new Map(services.map(({ prefix, label }) => [prefix, label]))

/** What people call the service with this action prefix; the prefix itself where the service is not listed. */
export const serviceLabel = (prefix: string): string => labels.get(prefix.toLowerCase()) ?? prefix
