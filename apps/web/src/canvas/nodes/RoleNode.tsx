import type { NodeProps } from '@xyflow/react'
import { HatGlasses, LogIn } from 'lucide-react'
import { memo } from 'react'
import { useAssumableCount } from '../assumable-count.ts'
import { trustedPrincipals } from '../trust-words.ts'
import type { RoleNode as RoleNodeType } from '../scene-nodes.ts'
import { Card } from './Card.tsx'
import { type DocumentChip, DocumentChips, inlineChips } from './DocumentChips.tsx'

export const RoleNode = memo(function RoleNode({ data, selected }: NodeProps<RoleNodeType>) {
  const { role, boundary } = data
  const assumable = useAssumableCount(role.id)
  const inline = inlineChips(role, role.inlinePolicies)
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
    >
      <DocumentChips
        owner={role}
        chips={[trustChip(role, assumable, inline.length === 0), ...inline]}
        most={2}
        selected={selected}
      />
    </Card>
  )
})

/** Opens the trust policy, and says whom it lets in; shorter where it shares the edge with inline policies. */
function trustChip(
  { id, name }: RoleNodeType['data']['role'],
  assumable: number | undefined,
  alone: boolean,
): DocumentChip {
  const nobody = assumable === undefined || assumable === 0
  const count = nobody ? '' : `, assumable by ${assumable}`
  return {
    document: `trust:${id}`,
    text: nobody
      ? alone
        ? 'trust policy'
        : 'trust'
      : alone
        ? `assumable by ${assumable}`
        : `by ${assumable}`,
    name: `Trust policy of ${name}${count}`,
    brief: true,
    icon: <LogIn size={11} strokeWidth={2} aria-hidden />,
  }
}
