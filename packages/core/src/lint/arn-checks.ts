import { isAccountNumber, parseArn, type Arn, printArn } from '../arn.ts'
import type { Located } from '../policy/document.ts'
import { GLOBAL_SERVICES, isRegionForm, PARTITIONS, REGIONS } from './arn-words.ts'
import { type Check, guide } from './finding.ts'
import { formsNamedBy } from './resource-types.ts'
import { fixOf } from './said-check.ts'
import type { LintSubject } from './subject.ts'
import { replaceValue } from './text-edit.ts'
import { resourcesIn } from './walk.ts'

const ARNS = guide('reference-arns')

/** Whether an ARN is written as AWS writes it: a pattern that is not never matches. */
export const arnChecks: readonly Check[] = [
  {
    code: 'resource-with-blank',
    severity: 'error',
    title: 'Resource with a blank around it',
    why: 'Blanks count: an ARN that begins or ends with one matches nothing. They come along with a copied text.',
    page: ARNS,
    fixes: true,
    *find(subject) {
      for (const { value } of resourcesIn(subject)) {
        const trimmed = value.text.trim()
        if (trimmed === value.text || trimmed === '') continue
        yield {
          at: value.at,
          message: 'this has a blank at its beginning or end, so it matches nothing',
          fix: fixOf('Take the blank out', replaceValue(subject.parsed, value.at, trimmed)),
        }
      }
    },
  },
  {
    code: 'unknown-partition',
    severity: 'error',
    title: 'ARN in a partition that does not exist',
    why: 'The second part of an ARN is `aws`, or for China and GovCloud `aws-cn` and `aws-us-gov`. With another it matches nothing.',
    page: ARNS,
    fixes: true,
    *find(subject) {
      for (const [value, arn] of arnsIn(subject)) {
        if (isOpen(arn.partition) || PARTITIONS.includes(arn.partition.toLowerCase())) continue
        // Three letters in the wrong order are too far from each other to be the nearest.
        const short = arn.partition.length <= 4 ? 'aws' : undefined
        const nearest = subject.nearest(arn.partition, PARTITIONS) ?? short
        yield {
          at: value.at,
          message: `there is no partition \`${arn.partition}\`${nearest ? `: did you mean \`${nearest}\`?` : ''}`,
          fix: nearest ? rewrite(subject, value, { ...arn, partition: nearest }) : undefined,
        }
      }
    },
  },
  {
    code: 'wrong-region',
    severity: 'warning',
    title: 'Text that is no Region in the Region part of an ARN',
    why: 'The fourth part of an ARN is a Region such as `eu-west-1`, a `*`, or nothing. An availability zone (`eu-west-1a`) is no Region.',
    page: guide('reference-arns'),
    fixes: true,
    *find(subject) {
      for (const [value, arn] of arnsIn(subject)) {
        const { region } = arn
        if (region === '' || isOpen(region) || isRegionForm(region.toLowerCase())) continue
        const zone = /^(.*-\d)[a-z]$/.exec(region)?.[1]
        const nearest = zone ?? subject.nearest(region, REGIONS)
        yield {
          at: value.at,
          message: `\`${region}\` is no Region${nearest ? `: did you mean \`${nearest}\`?` : ''}`,
          fix: nearest ? rewrite(subject, value, { ...arn, region: nearest }) : undefined,
        }
      }
    },
  },
  {
    code: 'wrong-account',
    severity: 'error',
    title: 'Account that is not twelve digits',
    why: 'An account is always twelve digits, leading zeros included. With another text the ARN matches nothing.',
    page: ARNS,
    *find(subject) {
      for (const [value, { account }] of arnsIn(subject)) {
        // What is no number at all is a placeholder, or a name that AWS keeps for its own.
        if (!/^\d+$/.test(account) || isAccountNumber(account)) continue
        yield {
          at: value.at,
          message: `\`${account}\` has ${account.length} digits, and an account has twelve`,
        }
      }
    },
  },
  {
    code: 'needless-region',
    severity: 'warning',
    title: 'Region where the ARN has none',
    why: 'The ARNs of global services and of buckets have nothing between these colons, so a pattern with a Region never matches them.',
    page: ARNS,
    fixes: true,
    *find(subject) {
      for (const [value, arn] of arnsIn(subject)) {
        if (arn.region === '' || arn.region === '*' || !hasNoRegion(subject, value.text, arn)) continue
        yield {
          at: value.at,
          message: `the ARNs of \`${arn.service}\` have no Region here: \`${arn.region}\` never matches`,
          fix: rewrite(subject, value, { ...arn, region: '' }),
        }
      }
    },
  },
  {
    code: 'needless-account',
    severity: 'warning',
    title: 'Account where the ARN has none',
    why: 'A bucket’s name is its own in the whole world, so its ARN carries no account. To demand one write a condition on `aws:ResourceAccount`.',
    page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-arn-format.html',
    fixes: true,
    *find(subject) {
      for (const [value, arn] of arnsIn(subject)) {
        if (!isBucketArn(arn) || arn.account === '' || arn.account === '*') continue
        yield {
          at: value.at,
          message: 'the ARN of a bucket has no account: with one it never matches',
          fix: rewrite(subject, value, { ...arn, account: '' }),
        }
      }
    },
  },
  {
    code: 'missing-region',
    severity: 'warning',
    title: 'ARN with a missing Region',
    why: 'Nothing between two colons means nothing, not anything: the ARNs of these resources always carry a Region. Name it, or write `*`.',
    page: ARNS,
    fixes: true,
    *find(subject) {
      for (const [value, arn] of arnsIn(subject)) {
        if (arn.region !== '') continue
        const forms = formsFor(subject, value.text)
        if (forms.length === 0 || forms.some(({ region }) => !region)) continue
        yield {
          at: value.at,
          message: 'the Region is missing in this ARN, so it matches nothing',
          fix: rewrite(subject, value, { ...arn, region: '*' }, 'Write `*` for the Region'),
        }
      }
    },
  },
  {
    code: 'missing-account',
    severity: 'warning',
    title: 'ARN with a missing account',
    why: 'Nothing between two colons means nothing, not anything: the ARNs of these resources always carry the account. Name it, or write `*`.',
    page: ARNS,
    fixes: true,
    *find(subject) {
      for (const [value, arn] of arnsIn(subject)) {
        // Documents and parameters of Systems Manager that AWS owns have none.
        if (arn.account !== '' || arn.service === 'ssm') continue
        const forms = formsFor(subject, value.text)
        if (forms.length === 0 || forms.some(({ account }) => !account)) continue
        const account = subject.standing.account ?? '*'
        yield {
          at: value.at,
          message: 'the account is missing in this ARN, so it matches nothing',
          fix: rewrite(subject, value, { ...arn, account }, `Write \`${account}\` for the account`),
        }
      }
    },
  },
  {
    code: 'unknown-resource-type',
    severity: 'warning',
    title: 'ARN of a form that its service does not have',
    why: 'Each type of resource has its own form of ARN, such as `table/Name` or `function:Name`. A pattern of another form matches nothing.',
    page: 'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
    *find(subject) {
      for (const [value, { service }] of arnsIn(subject)) {
        const entry = subject.reference.service(service.toLowerCase())
        if (!entry || entry.resourceTypes.size === 0 || isOpen(service)) continue
        if (formsFor(subject, value.text).length > 0) continue
        yield { at: value.at, message: `no resource of ${entry.name} has an ARN of this form` }
      }
    },
  },
  {
    code: 'bucket-and-others',
    severity: 'warning',
    title: 'Star right behind a bucket’s name',
    why: 'The star stands for a slash too: the pattern reaches the bucket, its objects, and every other bucket whose name begins alike, also a stranger’s. Write the bucket and `bucket/*`.',
    page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-arn-format.html',
    *find(subject) {
      for (const [value, arn] of arnsIn(subject)) {
        // `logs-*` is how one means a family of buckets.
        if (!isBucketArn(arn) || !/^[a-z0-9.-]*[a-z0-9]\*$/.test(arn.resource)) continue
        yield {
          at: value.at,
          message: `this reaches every bucket whose name begins with \`${arn.resource.slice(0, -1)}\``,
        }
      }
    },
  },
  {
    code: 'bucket-with-slash',
    severity: 'warning',
    title: 'Bucket with a slash behind it',
    why: 'This is neither the bucket nor its objects, but one object without a name. The bucket has no slash, and its objects are `bucket/*`.',
    page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-arn-format.html',
    fixes: true,
    *find(subject) {
      for (const [value, arn] of arnsIn(subject)) {
        if (!isBucketArn(arn) || !/^[^/]+\/$/.test(arn.resource)) continue
        yield {
          at: value.at,
          message: 'this is one object without a name, neither the bucket nor its objects',
          fix: rewrite(subject, value, { ...arn, resource: `${arn.resource}*` }),
        }
      }
    },
  },
  {
    code: 'bucket-in-capitals',
    severity: 'warning',
    title: 'Bucket name with capital letters',
    why: 'Names of buckets are in lower case and compared with case, so this matches no bucket.',
    page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html',
    *find(subject) {
      for (const [value, arn] of arnsIn(subject)) {
        const [bucket = ''] = arn.resource.split('/')
        if (!isBucketArn(arn) || isPlaceholder(bucket) || !/^[\w.-]*[A-Z][\w.-]*$/.test(bucket)) continue
        yield {
          at: value.at,
          message: `no bucket is called \`${bucket}\`: their names have no capital letters`,
        }
      }
    },
  },
  {
    code: 'placeholder',
    severity: 'warning',
    title: 'Placeholder that was never filled in',
    why: 'An example from a page has names to replace. Left as they are they match nothing, or somebody else’s resource of that name.',
    page: guide('access_policies_examples'),
    *find(subject) {
      for (const { value } of resourcesIn(subject)) {
        const found = placeholderIn(value.text)
        if (found)
          yield { at: value.at, message: `\`${found}\` looks like a name that is still to be filled in` }
      }
    },
  },
]

function* arnsIn(subject: LintSubject): Generator<readonly [Located, Arn]> {
  for (const { value } of resourcesIn(subject)) {
    const arn = parseArn(value.text)
    if (arn) yield [value, arn]
  }
}

/** A part that stands for more than itself, or cannot be judged. */
const isOpen = (part: string): boolean => /[*?$<>{}[\]]/.test(part) || isPlaceholder(`:${part}:`)

const isBucketArn = ({ service, resource }: Arn): boolean =>
  service.toLowerCase() === 's3' &&
  /^[^:/]/.test(resource) &&
  !/^[a-z-]+[:/].*:|^[^/]*:/.test(resource) &&
  !OTHER_S3.test(resource)

/** Resources of S3 that do have a Region and an account. */
const OTHER_S3 =
  /^(?:accesspoint|access-grants|storage-lens|storage-lens-group|job|async-request|accesspointobject)[/:]/

function hasNoRegion(subject: LintSubject, text: string, arn: Arn): boolean {
  if (isOpen(arn.service)) return false
  if (isBucketArn(arn)) return true
  const forms = formsFor(subject, text)
  if (forms.length > 0) return forms.every(({ region }) => !region)
  return GLOBAL_SERVICES.has(arn.service.toLowerCase())
}

/** The forms that this ARN can be of: its own service's, and those of actions that are asked of another's resources. */
function formsFor({ reference }: LintSubject, text: string) {
  const service = parseArn(text)?.service.toLowerCase() ?? ''
  const entry = reference.service(service)
  return entry ? formsNamedBy(entry, text) : []
}

function rewrite(subject: LintSubject, value: Located, arn: Arn, label = `Write \`${printArn(arn)}\``) {
  return fixOf(label, replaceValue(subject.parsed, value.at, printArn(arn)))
}

const isPlaceholder = (text: string): boolean => placeholderIn(text) !== undefined

/** `<bucket>`, `[name]`, `YOUR_BUCKET`, `account-id`, `BUCKET-NAME`: what examples are written with. */
export function placeholderIn(text: string): string | undefined {
  return PLACEHOLDER.exec(text)?.[0].replace(/^[:/]/, '')
}

const PLACEHOLDER =
  /<[^<>]*>|\[[^[\]*?]*\]|\{\{[^{}]*\}\}|(?<![$])\{[A-Za-z][^{}]*\}|\byour[-_](?:bucket|account|table|key|role|user|region|function|queue|topic)[\w-]*|\bYOUR[-_]?[A-Z][A-Z_-]+\b|\b(?:account|region|bucket|table|role|user|key|function|queue|topic)[-_](?:id|name)(?=$|[:/])|(?<=:)(?:AccountId|AccountNumber|ACCOUNT|REGION|Region|accountid|region|account|partition)(?=:)|\b[A-Z]+[-_](?:BUCKET|ACCOUNT|REGION|NAME|ID)\b/
