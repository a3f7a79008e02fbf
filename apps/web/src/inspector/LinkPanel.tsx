import { entityById } from '@iam-canvas/core'
import { Unlink } from 'lucide-react'
import { lazy, Suspense, useMemo } from 'react'
import { deleteSelection } from '../canvas/deletion.ts'
import { detachCommand, withoutLink } from '../canvas/detach.ts'
import { Button } from '../ui/Button.tsx'
import type { PickedLink } from '../workspace/selection.ts'
import { useWorkspace } from '../workspace/workspace.ts'
import { EntityRow } from './EntityRow.tsx'
import styles from './inspector.module.css'
import { Section } from './Section.tsx'

const CliLines = lazy(() => import('../cli/CliLines.tsx'))

/** A connection: what it joins, and the way to take it apart. */
export function LinkPanel({ link }: { readonly link: PickedLink }) {
  const model = useWorkspace(state => state.document.model)
  const source = entityById(model, link.source)?.name ?? link.source
  const target = entityById(model, link.target)?.name ?? link.target
  return (
    <>
      <header className={styles.head}>
        <p className={styles.kind}>{kindWords[link.kind]}</p>
        <h2 className={styles.title}>{sentence(link.kind, source, target)}</h2>
        <div className={styles.actions}>
          <Button look="danger" icon={<Unlink size={14} strokeWidth={1.75} />} onClick={deleteSelection}>
            {link.kind === 'boundary' ? 'Remove boundary' : 'Detach'}
          </Button>
        </div>
      </header>
      <ul>
        <EntityRow id={link.source} />
        <EntityRow id={link.target} />
      </ul>
      <LinkLines link={link} />
    </>
  )
}

/** The lines that make the connection, and those that take it apart. */
function LinkLines({ link }: { readonly link: PickedLink }) {
  const model = useWorkspace(state => state.document.model)
  const undone = useMemo(() => withoutLink(model, link), [model, link])
  const detach = detachCommand(model, link)
  if (!undone || !detach) return null
  return (
    <Suspense>
      <Section title="To connect them">
        <CliLines command={undone.attach} model={undone.model} />
      </Section>
      <Section title="To take it apart">
        <CliLines command={detach} model={model} />
      </Section>
    </Suspense>
  )
}

const kindWords: Readonly<Record<PickedLink['kind'], string>> = {
  attachment: 'Attachment',
  boundary: 'Permissions boundary',
  member: 'Membership',
  trust: 'Trust',
  'runs-as': 'Runs as',
  control: 'Control policy',
}

function sentence(kind: PickedLink['kind'], source: string, target: string): string {
  switch (kind) {
    case 'attachment':
      return `${target} is attached to ${source}`
    case 'boundary':
      return `${target} limits what ${source} may do`
    case 'member':
      return `${source} is in ${target}`
    case 'trust':
      return `${target} trusts ${source}`
    case 'runs-as':
      return `${source} runs as ${target}`
    case 'control':
      return `${source} binds ${target}`
  }
}
