import { listedActions } from './actions.ts'
import { arnExpression, fixedLength } from './arn-format.ts'
import { services } from './services.ts'

/** What an ARN names: the type as the Service Authorization Reference spells it, and as people say it. */
export interface ResourceKind {
  readonly service: string
  readonly type: string
  /** Such as `DynamoDB table`. */
  readonly label: string
}

interface KnownKind extends ResourceKind {
  readonly expression: RegExp
  readonly actions: readonly string[]
}

const actionsOf = (service: string, type: string): readonly string[] =>
  listedActions
    .filter(({ typesOf, types }) => typesOf === service && types.includes(type))
    .map(({ name }) => name)

/** By the service of the ARN; those with more fixed text first, so that an index is not taken for its table. */
const kinds: ReadonlyMap<string, readonly KnownKind[]> = new Map(
  services.map(({ prefix, types }) => [
    prefix,
    [...types]
      .sort((a, b) => fixedLength(b[2]) - fixedLength(a[2]))
      .map(([type, label, format]) => ({
        service: prefix,
        type,
        label,
        expression: arnExpression(prefix, format),
        actions: actionsOf(prefix, type),
      })),
  ]),
)

function kindOf(arn: string): KnownKind | undefined {
  const service = arn.split(':', 3)[2]?.toLowerCase() ?? ''
  return kinds.get(service)?.find(({ expression }) => expression.test(arn))
}

/** What this ARN or ARN pattern names; `undefined` when its service or its form is not listed. */
export function resourceKindOf(arn: string): ResourceKind | undefined {
  return kindOf(arn)
}

const none: readonly string[] = []

/**
 * The full names of the everyday actions that AWS asks of this ARN or ARN pattern: those of a bucket and of its objects
 * differ [M8]. Empty when the ARN is not recognised. ARNs of one type share one array.
 */
export function actionsFor(arn: string): readonly string[] {
  return kindOf(arn)?.actions ?? none
}
