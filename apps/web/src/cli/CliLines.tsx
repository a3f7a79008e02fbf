import type { Command, Model } from '@iam-canvas/core'
import { cliFor } from '@iam-canvas/core/cli'
import { Check, Copy } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { useMessages } from '../ui/messages.ts'
import styles from './CliLines.module.css'

interface CliLinesProps {
  readonly command: Command
  /** The model before the command: what is deleted still has its name in it. */
  readonly model: Model
}

const confirmedFor = 2_000

/** What would do the same in a real account: the lines of the AWS CLI, to read and to copy. */
export default function CliLines({ command, model }: CliLinesProps) {
  const { lines, note } = useMemo(() => cliFor(command, model), [command, model])
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return undefined
    const timer = setTimeout(() => setCopied(false), confirmedFor)
    return () => clearTimeout(timer)
  }, [copied])

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(lines.join('\n'))
      setCopied(true)
      useMessages.getState().say(lines.length === 1 ? 'Line copied' : `${lines.length} lines copied`)
    } catch {
      // A page without the right to the clipboard can still be selected by hand.
      useMessages.getState().say('The browser does not let the page copy. Select the lines instead.')
    }
  }

  return (
    <figure className={styles.cli} aria-label="AWS CLI">
      {lines.length > 0 && (
        <>
          <div className={styles.head}>
            <figcaption className={styles.title}>AWS CLI</figcaption>
            <Button
              look="quiet"
              className={styles.copy}
              icon={
                copied ? (
                  <Check size={13} strokeWidth={2} />
                ) : (
                  <Copy size={13} strokeWidth={1.75} aria-hidden />
                )
              }
              onClick={() => void copy()}
            >
              {copied ? 'Copied' : 'Copy'}
            </Button>
          </div>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reachable by keyboard */}
          <pre className={styles.lines} dir="ltr" tabIndex={0} aria-label="Command lines">
            {lines.map((line, index) => (
              // Lines are a sequence and may repeat: two access keys are two equal lines.
              // oxlint-disable-next-line react/no-array-index-key
              <code key={index}>{line}</code>
            ))}
          </pre>
        </>
      )}
      {note && <p className={styles.note}>{note}</p>}
    </figure>
  )
}
