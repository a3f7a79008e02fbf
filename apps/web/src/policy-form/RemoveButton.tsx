import { X } from 'lucide-react'
import { flushSync } from 'react-dom'
import { Button } from '../ui/Button.tsx'
import styles from './PolicyForm.module.css'

interface RemoveButtonProps {
  readonly what: string
  /** Why it has to stay, if it has to. */
  readonly stays?: string | undefined
  readonly onRemove: () => void
}

/** Takes an item out of a list. The focus goes to what stands there then, or to what adds one: it is not lost. */
export function RemoveButton({ what, stays, onRemove }: RemoveButtonProps) {
  return (
    <Button
      look="quiet"
      className={styles.out}
      label={`Take out ${what}`}
      title={stays ?? `Take out ${what}`}
      disabled={stays !== undefined}
      icon={<X size={13} strokeWidth={1.75} />}
      onClick={event => {
        const item = event.currentTarget.closest('li')
        const list = item?.parentElement
        const index = list ? [...list.children].indexOf(item) : 0
        flushSync(onRemove)
        const left = list?.children ?? []
        const beside = left[Math.min(index, left.length - 1)] ?? list?.nextElementSibling
        beside?.querySelector<HTMLElement>('input, select')?.focus()
      }}
    />
  )
}
