import type { CompiledPolicy, CompiledStatement } from './compile.ts'

/**
 * Keys that make a grant to everyone a grant to somebody, when they are compared with fixed values.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status
 */
const NARROWING: ReadonlySet<string> = new Set([
  'aws:principalaccount',
  'aws:principalarn',
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:sourceaccount',
  'aws:sourcearn',
  'aws:sourceip',
  'aws:sourceowner',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:userid',
  's3:dataaccesspointaccount',
  's3:dataaccesspointarn',
  's3:x-amz-server-side-encryption-aws-kms-key-id',
])

const EVERY_ADDRESS: ReadonlySet<string> = new Set(['0.0.0.0/0', '::/0'])

/** Whether a bucket policy is public: some Allow reaches everyone and no condition holds it to fixed values. [S7] */
export const isPublic = ({ statements }: CompiledPolicy): boolean => statements.some(isPublicStatement)

function isPublicStatement({ statement, evaluable, conditions }: CompiledStatement): boolean {
  const { effect, principal } = statement
  if (!evaluable || effect !== 'Allow' || !principal) return false
  const everyone =
    principal.not ||
    principal.values.some(({ type, text }) => type === '*' || (type === 'AWS' && text === '*'))
  return everyone && !conditions.some(narrows)
}

function narrows({ entry, operator, values }: CompiledStatement['conditions'][number]): boolean {
  if (!operator || operator.negated || operator.ifExists || operator.test === 'null' || values.length === 0)
    return false
  // ForAllValues holds where the key is absent: it keeps nobody out.
  if (operator.set === 'ForAllValues' || !NARROWING.has(entry.key.toLowerCase())) return false
  return entry.values.every(
    ({ text }) => !EVERY_ADDRESS.has(text) && !text.includes('${') && isFixed(text, entry.key),
  )
}

/** An ARN may have wildcards after the account; anywhere else one makes the value no fixed one. */
function isFixed(text: string, key: string): boolean {
  if (key.toLowerCase().endsWith('arn')) return /^arn:[^*?]*:\d{12}:/i.test(text) || !/[*?]/.test(text)
  return !/[*?]/.test(text) || /^o-[a-z0-9]+\//.test(text)
}
