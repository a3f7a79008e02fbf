/** The DynamoDB actions that a level of access to one table stands for. */
export const reads: readonly string[] = [
  'dynamodb:GetItem',
  'dynamodb:BatchGetItem',
  'dynamodb:Query',
  'dynamodb:Scan',
  'dynamodb:DescribeTable',
]
export const writes: readonly string[] = [
  'dynamodb:PutItem',
  'dynamodb:UpdateItem',
  'dynamodb:DeleteItem',
  'dynamodb:BatchWriteItem',
]
export const manages: readonly string[] = [
  'dynamodb:UpdateTable',
  'dynamodb:CreateBackup',
  'dynamodb:UpdateTimeToLive',
]
