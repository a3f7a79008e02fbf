import type { NodeProps } from '@xyflow/react'
import { HatGlasses } from 'lucide-react'
import { memo } from 'react'
import { trustedPrincipals } from '../trust-words.ts'
import type { RoleNode as RoleNodeType } from '../scene-nodes.ts'
import { Card } from './Card.tsx'

export const RoleNode = memo(function RoleNode({ data, selected }: NodeProps<RoleNodeType>) {
  const { role, boundary } = data
  return (
    <Card
      id={role.id}
      name={role.name}
      shape="role"
      icon={<HatGlasses size={17} strokeWidth={1.75} />}
      subtitle={trustedPrincipals(role.trustPolicy)}
      boundary={boundary}
      ceiling
      selected={selected}
    />
  )
})
