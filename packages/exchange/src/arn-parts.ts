/** The six components of an ARN. [M3] */
export interface ArnParts {
  readonly partition: string
  readonly service: string
  readonly region: string
  readonly account: string
  /** All the rest, colons included. */
  readonly resource: string
}

/** The components, split at the first five colons; `undefined` for whatever has fewer, or is no ARN. */
export function arnParts(arn: string): ArnParts | undefined {
  if (!arn.startsWith('arn:')) return undefined
  const [, partition = '', service = '', region = '', account = '', ...rest] = arn.split(':')
  return rest.length === 0 ? undefined : { partition, service, region, account, resource: rest.join(':') }
}

export const arnOfParts = ({ partition, service, region, account, resource }: ArnParts): string =>
  `arn:${partition}:${service}:${region}:${account}:${resource}`
