import { splitArn } from '../arn.ts'
import { coversWildcard, overlapsWildcard, type Wildcard, wildcard } from '../wildcard.ts'
import type { ResourceTypeFacts, ServiceEntry } from './service-reference.ts'

/** One form of a resource type's ARN, `${…}` read as a wildcard. */
export interface ArnForm {
  readonly type: string
  readonly arn: string
  readonly service: string
  /** Whether the form has a region, an account. */
  readonly region: boolean
  readonly account: boolean
  readonly resource: Wildcard
  /** How much of it is fixed text: of two forms that fit, the one with more says more. */
  readonly fixed: number
}

const forms = new WeakMap<ResourceTypeFacts, readonly ArnForm[]>()

/** The forms of a resource type. */
export function formsOf(type: ResourceTypeFacts): readonly ArnForm[] {
  let known = forms.get(type)
  if (!known) {
    known = type.arns.map(arn => {
      const [, , service = '', region = '', account = '', resource = ''] = splitArn(arn)
      const pattern = loosely(resource)
      return {
        type: type.name,
        arn,
        service: service.toLowerCase(),
        region: region !== '',
        account: account.startsWith('${'),
        resource: wildcard(pattern),
        fixed: pattern.replaceAll('*', '').length,
      }
    })
    forms.set(type, known)
  }
  return known
}

/** `${…}` can be any text. */
export const loosely = (text: string): string => text.replaceAll(/\$\{[^}]*\}/g, '*').replaceAll(/\*+/g, '*')

const namedBy = new WeakMap<ServiceEntry, Map<string, readonly ArnForm[]>>()

/**
 * The forms, of the resource types that a service's actions are asked of, that an ARN or pattern can be of, going by its
 * service and its last part; region and account do not count. `b/*` is an object and no bucket: a form that covers the
 * text, and says more, rules out those that say less. [M8]
 */
export function formsNamedBy(service: ServiceEntry, text: string): readonly ArnForm[] {
  let known = namedBy.get(service)
  if (!known) namedBy.set(service, (known = new Map()))
  const before = known.get(text)
  if (before) return before
  const [, , arnService = '', , , resource = ''] = splitArn(text)
  const asked = wildcard(loosely(resource))
  const serviceAsked = wildcard(loosely(arnService.toLowerCase()))
  const fitting = [...service.resourceTypes.values()]
    .flatMap(formsOf)
    .filter(
      form =>
        overlapsWildcard(serviceAsked, wildcard(form.service)) && overlapsWildcard(form.resource, asked),
    )
  const covering = Math.max(
    -1,
    ...fitting.filter(form => coversWildcard(form.resource, asked)).map(({ fixed }) => fixed),
  )
  const found = fitting.filter(({ fixed }) => fixed >= covering)
  known.set(text, found)
  return found
}

/** The ARN of a form with an account, for people to read: `arn:aws:s3:::BucketName`. */
export const readableForm = ({ arn }: ArnForm): string =>
  arn.replace('${Partition}', 'aws').replaceAll(/\$\{(\w+)\}/g, '$1')
