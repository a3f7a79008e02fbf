import { useEffect } from 'react'
import { policiesQuery } from '../reference/queries.ts'
import { dismiss, offer } from '../ui/messages.ts'
import { queryClient } from '../workspace/query-client.ts'
import { useWorkspace } from '../workspace/workspace.ts'
import { fillIn } from './fill-in.ts'
import { withoutText } from './missing-texts.ts'

/** When a model is opened that names AWS managed policies without their text, offers to fill them in. */
export function OfferTexts() {
  useEffect(() => {
    void offerTexts()
    return useWorkspace.subscribe((now, before) => void (now.opened !== before.opened && offerTexts()))
  }, [])
  return null
}

let offered: number | undefined

async function offerTexts() {
  // It was about the model before.
  if (offered !== undefined) dismiss(offered)
  offered = undefined
  const { document, opened } = useWorkspace.getState()
  const missing = withoutText(document.model)
  if (missing.length === 0) return
  const listed = await queryClient.fetchQuery(policiesQuery).catch(() => [])
  const names = new Set(listed.map(({ name }) => name))
  const policies = missing.filter(({ name }) => names.has(name))
  if (policies.length === 0 || useWorkspace.getState().opened !== opened) return
  const who =
    policies.length === 1 ? `${policies[0]?.name} has` : `${policies.length} AWS managed policies have`
  offered = offer(`${who} no text in this model`, { label: 'Fill in', run: () => void fillIn(policies) })
}
