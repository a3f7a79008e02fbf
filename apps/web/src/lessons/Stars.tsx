import { Star } from 'lucide-react'
import styles from './lessons.module.css'

/** Up to three stars; nothing for what is not solved yet. */
export function Stars({ count }: { readonly count: number | undefined }) {
  if (count === undefined) return null
  return (
    <span className={styles.stars} role="img" aria-label={`${count} of 3 stars`}>
      {[1, 2, 3].map(place => (
        <Star
          key={place}
          size={12}
          strokeWidth={1.75}
          fill={place <= count ? 'currentColor' : 'none'}
          aria-hidden
        />
      ))}
    </span>
  )
}
