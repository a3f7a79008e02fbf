import { entityById } from '@iam-canvas/core'
import { selectedEntity } from '../workspace/selection.ts'
import { useWorkspace } from '../workspace/workspace.ts'
import { AccessPanel } from './AccessPanel.tsx'
import { GroupPanel } from './GroupPanel.tsx'
import styles from './inspector.module.css'
import { AccountPanel } from './AccountPanel.tsx'
import { ExternalPanel } from './ExternalPanel.tsx'
import { OuPanel } from './OuPanel.tsx'
import { LinkPanel } from './LinkPanel.tsx'
import { ManyPanel } from './ManyPanel.tsx'
import { Overview } from './Overview.tsx'
import { NotePanel } from '../notes/NotePanel.tsx'
import { PolicyPanel } from './PolicyPanel.tsx'
import { PrincipalPanel } from './PrincipalPanel.tsx'
import { ResourcePanel } from './ResourcePanel.tsx'

/** What is selected, in words, with everything that can be done to it. */
export default function Inspector() {
  return (
    <div className={styles.inspector}>
      <Selected />
    </div>
  )
}

function Selected() {
  const selection = useWorkspace(state => state.selection)
  const model = useWorkspace(state => state.document.model)
  switch (selection.kind) {
    case 'none':
      return <Overview />
    case 'access':
      return <AccessPanel question={selection.question} />
    case 'link':
      return <LinkPanel link={selection.link} />
    case 'entities': {
      const { ids, notes = [] } = selection
      const [note] = notes
      if (note && ids.length === 0 && notes.length === 1) return <NotePanel key={note} id={note} />
      const id = selectedEntity(selection)
      const entity = id && entityById(model, id)
      switch (entity?.kind) {
        case 'user':
        case 'role':
          return <PrincipalPanel key={entity.id} principal={entity} />
        case 'group':
          return <GroupPanel key={entity.id} group={entity} />
        case 'policy':
          return <PolicyPanel key={entity.id} policy={entity} />
        case 'resource':
          return <ResourcePanel key={entity.id} resource={entity} />
        case 'account':
          return <AccountPanel key={entity.id} account={entity} />
        case 'ou':
          return <OuPanel key={entity.id} ou={entity} />
        case 'external':
          return <ExternalPanel key={entity.id} external={entity} />
        default:
          return <ManyPanel ids={ids} notes={notes.length} />
      }
    }
  }
}
