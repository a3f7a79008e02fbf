import type { NodeProps } from '@xyflow/react'
import { Bot, KeyRound, User as UserIcon } from 'lucide-react'
import { memo } from 'react'
import type { UserNode as UserNodeType } from '../scene-nodes.ts'
import { Card } from './Card.tsx'
import { DocumentChips, inlineChips } from './DocumentChips.tsx'
import styles from './nodes.module.css'

export const UserNode = memo(function UserNode({ data, selected }: NodeProps<UserNodeType>) {
  const { user, boundary } = data
  const machine = user.accessKeys !== undefined && user.accessKeys > 0 && !user.consolePassword
  return (
    <Card
      id={user.id}
      name={user.name}
      shape="user"
      icon={machine ? <Bot size={17} strokeWidth={1.75} /> : <UserIcon size={17} strokeWidth={1.75} />}
      subtitle={<Credentials user={user} />}
      boundary={boundary}
      ceiling
      selected={selected}
    >
      <DocumentChips
        owner={user}
        chips={inlineChips(user, user.inlinePolicies)}
        most={2}
        selected={selected}
      />
    </Card>
  )
})

function Credentials({ user }: { readonly user: UserNodeType['data']['user'] }) {
  const keys = user.accessKeys ?? 0
  const signIn = [user.consolePassword && 'console', user.mfa && 'MFA'].filter(Boolean).join(', ')
  if (keys > 0) {
    return (
      <>
        <KeyRound size={12} strokeWidth={1.75} className={styles.inlineIcon} /> {keys} access{' '}
        {keys === 1 ? 'key' : 'keys'}
        {signIn && `, ${signIn}`}
      </>
    )
  }
  return <>{signIn || 'user'}</>
}
