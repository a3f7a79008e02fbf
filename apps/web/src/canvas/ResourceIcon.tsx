import {
  Archive,
  Bell,
  Box,
  Container,
  Cpu,
  Database,
  FileClock,
  FolderLock,
  GitBranch,
  Key,
  ListOrdered,
  type LucideIcon,
  Network,
  SlidersHorizontal,
  SquareFunction,
  Table2,
  Waves,
} from 'lucide-react'

const byService: Readonly<Record<string, LucideIcon>> = {
  s3: Archive,
  dynamodb: Table2,
  sqs: ListOrdered,
  sns: Bell,
  lambda: SquareFunction,
  kms: Key,
  secretsmanager: FolderLock,
  ssm: SlidersHorizontal,
  logs: FileClock,
  ec2: Cpu,
  ecs: Container,
  rds: Database,
  states: GitBranch,
  events: GitBranch,
  kinesis: Waves,
  firehose: Waves,
  'execute-api': Network,
  apigateway: Network,
}

/** Our own signs for kinds of resources: AWS's icons may not be restyled. */
export function ResourceIcon({
  service,
  size = 17,
}: {
  readonly service: string
  readonly type?: string
  readonly size?: number
}) {
  const Icon = byService[service] ?? Box
  return <Icon size={size} strokeWidth={1.75} aria-hidden />
}
