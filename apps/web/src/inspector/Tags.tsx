import type { Tag } from '@iam-canvas/core'
import { shown } from '../canvas/nodes/NodeName.tsx'
import styles from './inspector.module.css'
import { Section } from './Section.tsx'

export function Tags({ tags }: { readonly tags: readonly Tag[] }) {
  if (tags.length === 0) return null
  return (
    <Section title="Tags" about="tag">
      <ul className={styles.tags}>
        {tags.map(({ key, value }) => (
          <li key={key}>
            <bdi>{shown(key)}</bdi> = <bdi>{shown(value)}</bdi>
          </li>
        ))}
      </ul>
    </Section>
  )
}
