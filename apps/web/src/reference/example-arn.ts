import type { ReferenceAction, ServiceReference } from '@iam-canvas/reference/compiled'

/** ARNs with made-up names of what an action is asked of; `*` for one that knows no resource types. [S6] */
export function exampleArns(
  service: ServiceReference,
  action: ReferenceAction,
  account: string,
): readonly string[] {
  const arns = action.types.flatMap(({ type }) => {
    const format = service.types.find(known => known.type === type)?.arn
    return format === undefined ? [] : exampleArn(format, account)
  })
  return arns.length > 0 ? arns : ['*']
}

const exampleArn = (format: string, account: string) =>
  format
    .replace('${Partition}', 'aws')
    .replace('${Region}', 'us-east-1')
    .replace('${Account}', account)
    .replaceAll(/\$\{\w+\}/g, 'example')
