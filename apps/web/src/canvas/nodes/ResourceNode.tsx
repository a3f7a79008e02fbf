import type { Resource } from '@iam-canvas/core'
import type { NodeProps } from '@xyflow/react'
import { memo } from 'react'
import { shortResource } from '../policy-sentences.ts'
import { ResourceIcon } from '../ResourceIcon.tsx'
import type { ResourceNode as ResourceNodeType } from '../scene-nodes.ts'
import { resource as measure } from '../sizes.ts'
import { useWords } from '../words-to-come.ts'
import { Card } from './Card.tsx'
import { type DocumentChip, DocumentChips } from './DocumentChips.tsx'
import { shown } from './NodeName.tsx'
import styles from './nodes.module.css'

export const ResourceNode = memo(function ResourceNode({ data, selected }: NodeProps<ResourceNodeType>) {
  const { resource, runsAs } = data
  const words = useWords(state => state.ofResource)
  const parts = resource.parts.slice(0, measure.mostParts)
  const more = resource.parts.length - parts.length
  return (
    <Card
      id={resource.id}
      name={resource.name}
      shape="resource"
      icon={<ResourceIcon service={resource.service} type={resource.type} />}
      subtitle={
        runsAs === undefined
          ? words && (words(resource.arn) ?? `${resource.service} ${resource.type}`)
          : `runs as ${shown(runsAs)}`
      }
      selected={selected}
    >
      {parts.length > 0 && (
        <ul className={styles.parts}>
          {parts.map(part => (
            <li key={part} title={part}>
              {shortResource(part)}
            </li>
          ))}
          {more > 0 && <li>and {more} more</li>}
        </ul>
      )}
      {resource.resourcePolicy !== undefined && (
        <DocumentChips owner={resource} chips={[policyChip(resource)]} most={1} selected={selected} />
      )}
    </Card>
  )
})

const policyChip = ({ id, name }: Resource): DocumentChip => ({
  document: `resource-policy:${id}`,
  text: 'resource policy',
  name: `Resource policy of ${name}`,
})
