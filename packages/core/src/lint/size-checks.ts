import type { Check } from './finding.ts'
import type { Standing } from './subject.ts'
import { withoutBlanks } from './policy-size.ts'

const QUOTAS = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html'

interface Limit {
  readonly most: number
  readonly what: string
}

/** How long the text of a policy of one kind may be. */
export const sizeChecks: readonly Check[] = [
  {
    code: 'policy-too-long',
    severity: 'error',
    title: 'Policy longer than AWS takes',
    why: 'AWS counts all characters but the blanks, and refuses what is longer. Use wildcards for families of actions, or split the policy.',
    page: QUOTAS,
    *find({ text, kind, standing }) {
      const limit = limitOf(kind, standing)
      const size = withoutBlanks(text)
      if (!limit || size <= limit.most) return
      yield {
        at: '',
        range: { from: 0, to: Math.min(1, text.length) },
        message: `${grouped(size)} characters: ${limit.what} has ${grouped(limit.most)} at most`,
      }
    },
  },
  {
    code: 'policy-nearly-full',
    severity: 'suggestion',
    title: 'Policy that is nearly as long as AWS takes',
    why: 'The next statement may not fit any more. Better split it now, by what belongs together, than when it is urgent.',
    page: QUOTAS,
    *find({ text, kind, standing }) {
      const limit = limitOf(kind, standing)
      const size = withoutBlanks(text)
      if (!limit || size > limit.most || size <= limit.most * 0.9) return
      yield {
        at: '',
        range: { from: 0, to: Math.min(1, text.length) },
        message: `${grouped(size)} of the ${grouped(limit.most)} characters that ${limit.what} may have`,
      }
    },
  },
  {
    code: 'trust-over-quota',
    severity: 'warning',
    title: 'Trust policy longer than the usual quota',
    why: 'A trust policy has 2,048 characters unless AWS raised the quota for the account; 4,096 is the end.',
    page: QUOTAS,
    *find({ text, kind }) {
      const size = withoutBlanks(text)
      if (kind !== 'trust' || size <= 2_048 || size > 4_096) return
      yield {
        at: '',
        range: { from: 0, to: Math.min(1, text.length) },
        message: `${grouped(size)} characters: without a raised quota a trust policy has 2,048 at most`,
      }
    },
  },
]

function limitOf(kind: string, { inlineOf, service, account }: Standing): Limit | undefined {
  switch (kind) {
    case 'identity':
    case 'boundary':
      // Inline policies share the quota of their owner, and are counted together in the model's checks.
      // AWS does not hold itself to it.
      return inlineOf || account === 'aws' ? undefined : { most: 6_144, what: 'a managed policy' }
    case 'trust':
      return { most: 4_096, what: 'a trust policy, even with a raised quota,' }
    case 'session':
      return { most: 2_048, what: 'a session policy' }
    case 'resource':
      return service === undefined ? undefined : OF_RESOURCES[service]
    default:
      return undefined
  }
}

const OF_RESOURCES: Readonly<Record<string, Limit>> = {
  s3: { most: 20_480, what: 'a bucket policy' },
  kms: { most: 32_768, what: 'a key policy' },
}

const grouped = (count: number): string => String(count).replaceAll(/\B(?=(?:\d{3})+$)/g, ',')
