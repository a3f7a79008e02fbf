import { keyPage } from '@iam-canvas/reference/compiled'
import { useQuery } from '@tanstack/react-query'
import { DocLink } from './DocLink.tsx'
import { servicesQuery } from './queries.ts'

interface KeyPageLinkProps {
  readonly name: string
  /** Other words than the key's name, which then leave nothing behind where there is no page. */
  readonly words?: string
}

/** A condition key that leads to its place in AWS's documentation; the bare name where no service is known for it. */
export default function KeyPageLink({ name, words }: KeyPageLinkProps) {
  const { data } = useQuery(servicesQuery)
  const [prefix = ''] = name.toLowerCase().split(':')
  const service = data?.services.find(each => each.prefix === prefix)
  const shown = words ?? <code>{name}</code>
  if (!service && prefix !== 'aws') return words === undefined ? shown : null
  return <DocLink href={keyPage(service?.name ?? '', name)}>{shown}</DocLink>
}
