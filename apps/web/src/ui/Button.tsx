import type { ComponentProps, ReactNode } from 'react'
import styles from './Button.module.css'

type Look = 'plain' | 'primary' | 'quiet' | 'danger'

interface ButtonProps extends ComponentProps<'button'> {
  readonly look?: Look
  readonly icon?: ReactNode
  /** For buttons that show only an icon: their name, also shown as a tooltip. */
  readonly label?: string
}

export function Button({ look = 'plain', icon, label, className, children, ...rest }: ButtonProps) {
  const classes = [styles.button, styles[look], children == null ? styles.square : '', className]
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      {...rest}
      className={classes.filter(Boolean).join(' ')}
    >
      {icon}
      {children}
    </button>
  )
}
