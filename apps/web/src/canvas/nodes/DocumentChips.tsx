import type { DocumentId, Entity, InlinePolicy } from '@iam-canvas/core'
import { FileText } from 'lucide-react'
import type { ReactNode } from 'react'
import { focusRegion } from '../../shell/regions.ts'
import { useSettings } from '../../workspace/settings.ts'
import { showDocument } from '../../workspace/show-document.ts'
import { select } from '../../workspace/workspace.ts'
import { shown } from './NodeName.tsx'
import styles from './DocumentChips.module.css'

export interface DocumentChip {
  readonly document: DocumentId
  readonly text: string
  /** The whole of it, for a screen reader and where the text is cut. */
  readonly name: string
  readonly icon?: ReactNode
  /** Short enough to be shown whole. */
  readonly brief?: boolean
}

/** The inline policies of a user, group or role. */
export const inlineChips = (
  { id, name: owner }: Entity,
  policies: readonly InlinePolicy[],
): readonly DocumentChip[] =>
  policies.map(({ name }) => ({
    // `inline:` and the owner's id is how core names the document.
    document: `inline:${id}/${name}` as DocumentId,
    text: name,
    name: `Inline policy ${name} of ${owner}`,
  }))

interface DocumentChipsProps {
  readonly owner: Entity
  readonly chips: readonly DocumentChip[]
  readonly most: number
  readonly selected: boolean
  /** In the header of a group rather than on the lower edge of a card. */
  readonly inHead?: boolean
}

/**
 * The policy texts that are part of a card, on its lower edge: each opens its text. They are reached with Tab from the
 * selected card only, so that Tab goes from card to card otherwise.
 */
export function DocumentChips({ owner, chips, most, selected, inHead = false }: DocumentChipsProps) {
  if (chips.length === 0) return null
  const more = chips.length - most
  const tabIndex = selected ? 0 : -1
  return (
    <span className={`${styles.chips} ${inHead ? styles.inHead : ''}`}>
      {chips.slice(0, most).map(({ document, text, name, icon, brief }) => (
        <button
          key={document}
          type="button"
          tabIndex={tabIndex}
          className={`${styles.chip} ${brief ? styles.brief : ''}`}
          title={`${shown(name)}: click to read it`}
          aria-label={shown(name)}
          onClick={event => {
            event.stopPropagation()
            showDocument(owner.id, document)
          }}
          onDoubleClick={event => event.stopPropagation()}
        >
          {icon ?? <FileText size={11} strokeWidth={2} aria-hidden />}
          <bdi>{shown(text)}</bdi>
        </button>
      ))}
      {more > 0 && (
        <button
          type="button"
          tabIndex={tabIndex}
          className={`${styles.chip} ${styles.more}`}
          title={`${more} more`}
          aria-label={`${more} more of ${shown(owner.name)}`}
          onClick={event => {
            event.stopPropagation()
            useSettings.setState({ inspector: true })
            select({ kind: 'entities', ids: [owner.id] })
            requestAnimationFrame(() => void focusRegion('inspector'))
          }}
        >
          +{more}
        </button>
      )}
    </span>
  )
}
