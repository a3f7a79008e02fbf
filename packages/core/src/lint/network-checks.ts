import { type Check, guide } from './finding.ts'
import { fixOf } from './said-check.ts'
import { addFirst, replaceValue } from './text-edit.ts'
import { asksAbout, conditionsIn, isAllow } from './walk.ts'

const KEYS = guide('reference_policies_condition-keys')
const IP_PAGE = guide('reference_policies_examples_aws_deny-ip')

/** Conditions on where a request comes from and where it goes. */
export const networkChecks: readonly Check[] = [
  {
    code: 'private-source-ip',
    severity: 'warning',
    title: 'aws:SourceIp with a private address',
    why: 'AWS sees the public address of the caller. Requests through a VPC endpoint carry their private one in `aws:VpcSourceIp`, and no `aws:SourceIp`.',
    page: KEYS,
    *find(subject) {
      for (const { entry, key, operator } of conditionsIn(subject)) {
        if (key !== 'aws:sourceip' || operator.test !== 'ip') continue
        for (const { text, at } of entry.values) {
          if (!PRIVATE.test(text)) continue
          yield { at, message: `no request comes from \`${text}\`: it is a private address` }
        }
      }
    },
  },
  {
    code: 'every-address',
    severity: 'security-warning',
    title: 'Condition that every address meets',
    why: 'A range of length zero is the whole internet: the statement looks limited and is not.',
    page: KEYS,
    *find(subject) {
      for (const { statement, entry, operator } of conditionsIn(subject)) {
        if (operator.test !== 'ip' || operator.negated || !isAllow(statement)) continue
        for (const { text, at } of entry.values) {
          if (/\/0+$/.test(text)) yield { at, message: `\`${text}\` is every address there is` }
        }
      }
    },
  },
  {
    code: 'address-with-host-part',
    severity: 'suggestion',
    title: 'Address range that does not begin at its beginning',
    why: 'Only the bits before the slash count, so more addresses match than the written one. Write the first address of the range.',
    page: KEYS,
    fixes: true,
    *find(subject) {
      for (const { entry, operator } of conditionsIn(subject)) {
        if (operator.test !== 'ip') continue
        for (const { text, at } of entry.values) {
          const first = firstOfRange(text)
          if (!first || first === text) continue
          yield {
            at,
            message: `this is the range \`${first}\``,
            fix: fixOf(`Write \`${first}\``, replaceValue(subject.parsed, at, first)),
          }
        }
      }
    },
  },
  {
    code: 'source-ip-denies-services',
    severity: 'warning',
    title: 'Deny by address that also hits AWS services',
    why: 'When a service calls another in your name, such as CloudFormation or Athena, the request comes from its address and is denied. Spare those with `"Bool": { "aws:ViaAWSService": "false" }`.',
    page: IP_PAGE,
    fixes: true,
    *find(subject) {
      const { parsed, kind } = subject
      if (kind === 'resource' || kind === 'endpoint') return
      for (const { statement, entry, key, operator } of conditionsIn(subject)) {
        if (isAllow(statement) || key !== 'aws:sourceip' || !operator.negated) continue
        if (asksAbout(statement, SPARING_SERVICES)) continue
        const condition = `${statement.at}/Condition`
        yield {
          at: entry.at,
          onName: true,
          message: 'this also denies what AWS services do in your name',
          fix: parsed.rangeOf(`${condition}/Bool`)
            ? undefined
            : fixOf(
                'Spare calls through AWS services',
                addFirst(parsed, condition, 'Bool', { 'aws:ViaAWSService': 'false' }),
              ),
        }
      }
    },
  },
  {
    code: 'region-denies-global-services',
    severity: 'warning',
    title: 'Deny by Region that also hits global services',
    why: 'IAM, Route 53, CloudFront, Organizations and Support answer in one Region alone. A Deny of all others with `"Action": "*"` takes them away: name them in `NotAction`.',
    page: guide('reference_policies_examples_aws_deny-requested-region'),
    *find(subject) {
      for (const { statement, entry, key, operator } of conditionsIn(subject)) {
        if (isAllow(statement) || key !== 'aws:requestedregion' || !operator.negated) continue
        const star = statement.action?.not
          ? undefined
          : statement.action?.values.find(({ text }) => text === '*')
        if (!star || entry.values.some(({ text }) => text === 'us-east-1' || /[*?]/.test(text))) continue
        yield {
          at: star.at,
          message: 'outside of these Regions this denies global services too, such as IAM',
        }
      }
    },
  },
  {
    code: 'header-as-proof',
    severity: 'security-warning',
    title: 'Condition on a header that anybody can send',
    why: '`aws:Referer` and `aws:UserAgent` are what the caller says of itself. They keep honest clients in order and keep nobody out.',
    page: KEYS,
    *find(subject) {
      for (const { statement, entry, key } of conditionsIn(subject)) {
        if (!isAllow(statement) || (key !== 'aws:referer' && key !== 'aws:useragent')) continue
        yield { at: entry.at, onName: true, message: `any caller can send this \`${entry.key}\`` }
      }
    },
  },
]

const PRIVATE = /^(?:10\.|127\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|f[cd][0-9a-f]{2}:|fe80:)/i

const SPARING_SERVICES: ReadonlySet<string> = new Set([
  'aws:viaawsservice',
  'aws:calledvia',
  'aws:calledviafirst',
  'aws:calledvialast',
  'aws:principalisawsservice',
])

/** `203.0.113.5/24` → `203.0.113.0/24`; `undefined` for anything but an IPv4 range. */
function firstOfRange(text: string): string | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(text)
  if (!match) return undefined
  const [a = 0, b = 0, c = 0, d = 0, length = 0] = match.slice(1).map(Number)
  if ([a, b, c, d].some(octet => octet > 255) || length > 32) return undefined
  const address = ((a << 24) | (b << 16) | (c << 8) | d) >>> 0
  const first = length === 0 ? 0 : (address & (0xffffffff << (32 - length))) >>> 0
  return `${first >>> 24}.${(first >>> 16) & 255}.${(first >>> 8) & 255}.${first & 255}/${length}`
}
