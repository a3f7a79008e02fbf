import { ArrowLeft } from 'lucide-react'
import { useLayoutEffect, useRef } from 'react'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { ActionPage } from './ActionPage.tsx'
import { GlobalKeysPage } from './GlobalKeysPage.tsx'
import styles from './ReferenceDialog.module.css'
import { ReferenceSearch } from './ReferenceSearch.tsx'
import { closeReference, goBack, type ReferencePlace, useReference } from './reference-state.ts'
import { ServicePage } from './ServicePage.tsx'
import { StartPage } from './StartPage.tsx'

/** AWS's vocabulary: the search on the left, and the page of a service, an action or the global keys beside it. */
export default function ReferenceDialog() {
  const { open, trail } = useReference()
  const place = trail.at(-1)
  return (
    <Dialog open={open} onClose={closeReference} title="AWS reference" wide="panes">
      <div className={styles.panes}>
        <div className={styles.search}>
          <ReferenceSearch current={place} />
        </div>
        {place && <Page key={JSON.stringify(place)} place={place} mayGoBack={trail.length > 1} />}
      </div>
    </Dialog>
  )
}

interface PageProps {
  readonly place: ReferencePlace
  readonly mayGoBack: boolean
}

function Page({ place, mayGoBack }: PageProps) {
  const page = useRef<HTMLElement>(null)
  // Whoever followed a link of the page before, which is gone with it, goes on in this one.
  useLayoutEffect(() => {
    if (useReference.getState().moved && document.activeElement === document.body) page.current?.focus()
  }, [])
  return (
    // It scrolls, so it must be reachable.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <article ref={page} className={styles.page} tabIndex={0} aria-label="Page of the reference">
      {mayGoBack && (
        <Button
          look="quiet"
          className={styles.back}
          icon={<ArrowLeft size={14} strokeWidth={1.75} />}
          onClick={goBack}
        >
          Back
        </Button>
      )}
      {shownPage(place)}
    </article>
  )
}

function shownPage(place: ReferencePlace) {
  switch (place.kind) {
    case 'start':
      return <StartPage />
    case 'global-keys':
      return <GlobalKeysPage />
    case 'service':
      return <ServicePage key={place.prefix} prefix={place.prefix} />
    case 'action':
      return <ActionPage key={`${place.prefix}:${place.name}`} prefix={place.prefix} name={place.name} />
  }
}
