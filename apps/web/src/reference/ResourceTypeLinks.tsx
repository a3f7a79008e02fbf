import { servicePage, typeOfArn, typePage } from '@iam-canvas/reference/compiled'
import { useQuery } from '@tanstack/react-query'
import { BookOpen } from 'lucide-react'
import { Button } from '../ui/Button.tsx'
import { DocLink } from './DocLink.tsx'
import { serviceQuery } from './queries.ts'
import { openReference } from './reference-state.ts'
import styles from './ResourceTypeLinks.module.css'

/** Where to read on about what an ARN names: the service's page here, and the type's place in AWS's documentation. */
export function ResourceTypeLinks({ arn }: { readonly arn: string }) {
  const prefix = arn.split(':')[2]?.toLowerCase() ?? ''
  const { data: service } = useQuery(serviceQuery(prefix))
  if (!service) return null
  const type = typeOfArn(service, arn)?.type
  return (
    <p className={styles.links}>
      <Button
        look="quiet"
        className={styles.open}
        icon={<BookOpen size={14} strokeWidth={1.75} />}
        onClick={() => openReference({ kind: 'service', prefix })}
      >
        {service.name}
      </Button>
      <DocLink href={type === undefined ? servicePage(service.name) : typePage(service.name, type)}>
        {type === undefined ? 'AWS’s page on it' : `AWS on the type ${type}`}
      </DocLink>
    </p>
  )
}
