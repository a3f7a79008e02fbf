import { Component, type ReactNode } from 'react'
import { saveToFile } from '../open/save-file.ts'
import { Button } from '../ui/Button.tsx'
import styles from './ErrorBoundary.module.css'

interface ErrorBoundaryProps {
  /** What stopped, in a sentence: "the inspector". */
  readonly what: string
  readonly children: ReactNode
}

/** Keeps a fault in one part from taking the others, and the work, with it. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    if (!this.state.failed) return this.props.children
    return (
      <div role="alert" className={styles.fault}>
        <p>Something went wrong in {this.props.what}. Your work is saved in this browser.</p>
        <div className={styles.actions}>
          <Button onClick={() => this.setState({ failed: false })}>Try again</Button>
          <Button onClick={saveToFile}>Save to a file</Button>
          <Button onClick={() => window.location.reload()}>Reload the page</Button>
        </div>
      </div>
    )
  }
}
