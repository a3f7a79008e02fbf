import { type ReactNode, Suspense } from 'react'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { useBeside } from './use-beside.ts'

type Beside = NonNullable<ReturnType<typeof useBeside.getState>['beside']>

interface PartProps {
  /** What is missing when it fails: "the inspector". */
  readonly what: string
  /** Takes its place until it has been loaded. */
  readonly until?: ReactNode
  readonly render: (beside: Beside) => ReactNode
}

/** A part of the app that stands beside the canvas or over it: loaded after the canvas is drawn, and failing alone. */
export function Part({ what, ...shown }: PartProps) {
  return (
    <ErrorBoundary what={what}>
      <Shown {...shown} />
    </ErrorBoundary>
  )
}

function Shown({ until, render }: Omit<PartProps, 'what'>) {
  const { beside, failure } = useBeside()
  if (failure !== undefined) throw failure
  if (!beside) return until
  return (
    <beside.Fetching>
      <Suspense>{render(beside)}</Suspense>
    </beside.Fetching>
  )
}
