import { type ReactNode, useId } from 'react'
import { Term } from '../concepts/Term.tsx'
import styles from './inspector.module.css'

interface SectionProps {
  readonly title: string
  /** The word of IAM that the section is about; its title then explains it. */
  readonly about?: string
  readonly children: ReactNode
}

export function Section({ title, about, children }: SectionProps) {
  const id = useId()
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h3 id={id}>{about ? <Term id={about}>{title}</Term> : title}</h3>
      {children}
    </section>
  )
}
