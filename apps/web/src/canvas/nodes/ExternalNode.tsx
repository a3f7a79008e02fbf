import type { NodeProps } from '@xyflow/react'
import { Globe } from 'lucide-react'
import { memo } from 'react'
import type { ExternalNode as ExternalNodeType } from '../scene-nodes.ts'
import { Card } from './Card.tsx'

export const ExternalNode = memo(function ExternalNode({ data, selected }: NodeProps<ExternalNodeType>) {
  const { external } = data
  return (
    <Card
      id={external.id}
      name={external.name}
      shape="external"
      icon={<Globe size={17} strokeWidth={1.75} />}
      subtitle={external.principal}
      selected={selected}
    />
  )
})
