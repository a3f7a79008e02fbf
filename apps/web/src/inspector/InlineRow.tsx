import type { Command, DocumentId, Group, Role, User } from '@iam-canvas/core'
import { ChevronRight, FileText, X } from 'lucide-react'
import { useState } from 'react'
import { shown } from '../canvas/nodes/NodeName.tsx'
import { Button } from '../ui/Button.tsx'
import { useRevealed } from '../workspace/revealed.ts'
import { perform } from '../workspace/perform.ts'
import { DocumentEditor } from './DocumentEditor.tsx'
import styles from './inspector.module.css'

interface InlineRowProps {
  readonly id: DocumentId
  readonly holder: User | Group | Role
  readonly name: string
}

/** An inline policy has no node of its own; it opens here, under its owner. */
export function InlineRow({ id, holder, name }: InlineRowProps) {
  const revealed = useRevealed(state => state.place?.document === id)
  const [open, setOpen] = useState(false)
  // Who goes to a place in the text wants to see it.
  if (revealed && !open) setOpen(true)
  return (
    <li>
      <div className={styles.row}>
        <button type="button" className={styles.rowName} aria-expanded={open} onClick={() => setOpen(!open)}>
          <FileText size={15} strokeWidth={1.75} aria-hidden />
          <bdi>{shown(name)}</bdi>
          <span className={styles.rowNote}>inline</span>
          <ChevronRight size={14} strokeWidth={1.75} aria-hidden className={open ? styles.opened : ''} />
        </button>
        <Button
          look="quiet"
          className={styles.rowRemove}
          label={`Delete inline policy ${name}`}
          icon={<X size={14} strokeWidth={1.75} />}
          onClick={() => perform({ command: deleteInline(holder, name) })}
        />
      </div>
      {open && <DocumentEditor id={id} />}
    </li>
  )
}

function deleteInline(holder: User | Group | Role, name: string): Command {
  switch (holder.kind) {
    case 'user':
      return { type: 'DeleteUserPolicy', user: holder.id, name }
    case 'group':
      return { type: 'DeleteGroupPolicy', group: holder.id, name }
    case 'role':
      return { type: 'DeleteRolePolicy', role: holder.id, name }
  }
}
