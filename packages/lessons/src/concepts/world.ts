import type { Command } from '@iam-canvas/core'
import { attach, bucket, policy, user } from '../draw.ts'
import { allow, bucketArn, objectsArn, type StatementJson } from '../statements.ts'

export const userGuide = (page: string) => `https://docs.aws.amazon.com/IAM/latest/UserGuide/${page}.html`

export const file = `${bucketArn('reports')}/q1.csv`
export const readReports = allow('s3:GetObject', objectsArn('reports'))

/** Alice, the bucket `reports`, and one policy attached to her. */
export const aliceWith = (...statements: readonly StatementJson[]): readonly Command[] => [
  user('alice'),
  bucket('reports'),
  policy('Example', ...statements),
  attach('Example', 'user:alice'),
]

export const reads = {
  label: 'Alice reads `q1.csv`',
  principal: 'user:alice',
  action: 's3:GetObject',
  resource: file,
} as const

export const deletes = {
  label: 'Alice deletes `q1.csv`',
  principal: 'user:alice',
  action: 's3:DeleteObject',
  resource: file,
} as const
