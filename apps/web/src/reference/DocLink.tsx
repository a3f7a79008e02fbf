import { ExternalLink } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './DocLink.module.css'

/** A way to AWS's documentation, which opens beside the app. */
export function DocLink({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  return (
    <a className={styles.link} href={href} target="_blank" rel="noreferrer">
      {children}
      <ExternalLink size={12} strokeWidth={1.75} aria-hidden />
      <span className="visually-hidden"> (opens in a new tab)</span>
    </a>
  )
}
