import { TriangleAlert, X } from 'lucide-react'
import { Button } from './Button.tsx'
import { type Message, useMessages } from './messages.ts'
import styles from './Messages.module.css'

export function Messages() {
  const shown = useMessages(state => state.shown)
  const spoken = useMessages(state => state.spoken)
  return (
    <>
      <div className={styles.stack}>
        <div role="status" aria-live="polite" className={styles.stack}>
          {shown
            .filter(message => message.tone === 'plain')
            .map(message => (
              <Row key={message.id} message={message} />
            ))}
        </div>
        <div role="alert" className={styles.stack}>
          {shown
            .filter(message => message.tone === 'error')
            .map(message => (
              <Row key={message.id} message={message} />
            ))}
        </div>
      </div>
      <div aria-live="polite" className="visually-hidden">
        {spoken}
      </div>
    </>
  )
}

function Row({ message }: { readonly message: Message }) {
  const dismiss = useMessages(state => state.dismiss)
  return (
    <div className={`${styles.message} ${message.tone === 'error' ? styles.error : ''}`}>
      {message.tone === 'error' && <TriangleAlert size={15} strokeWidth={1.75} aria-hidden />}
      <span className={styles.text}>{message.text}</span>
      {message.action && (
        <Button
          look="quiet"
          className={styles.action}
          onClick={() => {
            message.action?.run()
            dismiss(message.id)
          }}
        >
          {message.action.label}
        </Button>
      )}
      <Button
        look="quiet"
        className={styles.dismiss}
        label="Dismiss"
        icon={<X size={14} strokeWidth={1.75} />}
        onClick={() => dismiss(message.id)}
      />
    </div>
  )
}
