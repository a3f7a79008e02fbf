import type { Problem } from '@iam-canvas/core'
import type { DropVerdict } from '../drop-rules.ts'

export const refused = (reason: string): DropVerdict => ({ ok: false, reason })

/** The reasons that several kinds have in common. */
export const byPolicies = refused('access is granted by policies: attach one that names this resource')
export const needsAccount = (ou: { readonly name: string }) =>
  refused(`${ou.name} holds accounts: drop it on one of them`)

/** What the model itself would say; beside the pointer there are no code spans. */
export const refusedBy = ({ message }: Problem) => refused(message.replaceAll('`', ''))
