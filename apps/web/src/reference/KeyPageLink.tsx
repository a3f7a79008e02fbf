import { keyPage } from '@iam-canvas/reference/compiled'
import { useQuery } from '@tanstack/react-query'
import { DocLink } from './DocLink.tsx'
import { servicesQuery } from './queries.ts'

/** A condition key that leads to its place in AWS's documentation; the bare name where no service is known for it. */
export default function KeyPageLink({ name }: { readonly name: string }) {
  const { data } = useQuery(servicesQuery)
  const [prefix = ''] = name.toLowerCase().split(':')
  const service = data?.services.find(each => each.prefix === prefix)
  if (!service && prefix !== 'aws') return <code>{name}</code>
  return (
    <DocLink href={keyPage(service?.name ?? '', name)}>
      <code>{name}</code>
    </DocLink>
  )
}
