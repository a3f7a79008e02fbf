import type { Resource } from '@iam-canvas/core'
import { X } from 'lucide-react'
import { AddField } from '../policy-form/AddField.tsx'
import { noneOffered } from '../policy-form/ValueField.tsx'
import { Button } from '../ui/Button.tsx'
import { perform } from '../workspace/perform.ts'
import styles from './inspector.module.css'
import { Arn } from './PanelHead.tsx'
import { Section } from './Section.tsx'

/** What is inside a resource and asked about on its own: the objects of a bucket, or those under a prefix. */
export function Parts({ resource }: { readonly resource: Resource }) {
  const { id, name, arn, parts, service } = resource
  const bucket = service === 's3'
  if (parts.length === 0 && !bucket) return null
  const put = (next: readonly string[], label: string) =>
    perform({ command: { type: 'UpdateResource', resource: id, parts: next }, label })
  const add = (prefix: string) => {
    const part = `${arn}/${prefix.replace(/^\//, '').replace(/\/$/, '/*')}`
    if (parts.includes(part)) return `${name} has this part already`
    put([...parts, part], `${prefix} added to ${name}`)
    return undefined
  }
  return (
    <Section title="Also asked about">
      <ul>
        {parts.map(part => (
          <li key={part} className={styles.row}>
            <span className={styles.rowName}>
              <Arn arn={part} />
            </span>
            <Button
              look="quiet"
              className={styles.rowRemove}
              label={`Ask no more about ${part}`}
              icon={<X size={14} strokeWidth={1.75} />}
              onClick={() =>
                put(
                  parts.filter(other => other !== part),
                  `${part} taken out of ${name}`,
                )
              }
            />
          </li>
        ))}
      </ul>
      {bucket && <AddField label="Prefix in the bucket, such as raw/" offered={noneOffered} onAdd={add} />}
    </Section>
  )
}
