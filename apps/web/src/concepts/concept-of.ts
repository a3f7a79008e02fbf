import { type Decision, type EntityKind, kindOfId, type Model } from '@iam-canvas/core'
import { linesBetween } from '../canvas/access-lines.ts'
import type { PickedLink } from '../workspace/selection.ts'
import type { Workspace } from '../workspace/workspace.ts'

/** The card of each kind of thing, of each kind of line, and of each answer. */
export const conceptOfKind: Readonly<Record<EntityKind, string>> = {
  user: 'user',
  group: 'group',
  role: 'role',
  policy: 'policy',
  resource: 'resource',
  external: 'principal',
  account: 'account',
  ou: 'organization',
}

export const conceptOfLink: Readonly<Record<PickedLink['kind'], string>> = {
  attachment: 'managed-policy',
  boundary: 'boundary',
  member: 'group',
  trust: 'trust-policy',
  'runs-as': 'runs-as',
  control: 'service-control-policy',
}

export const conceptOfDecision: Readonly<Record<Decision, string>> = {
  Allow: 'allow',
  ExplicitDeny: 'explicit-deny',
  DependsOnContext: 'depends',
  ImplicitDeny: 'implicit-deny',
}

/** The word that explains what is selected, if it is one thing. */
export function selectedConcept({ selection, access, document: { model } }: Workspace): string | undefined {
  switch (selection.kind) {
    case 'entities':
      return selection.ids.length === 1 && !selection.notes ? conceptOfId(model, selection.ids[0]) : undefined
    case 'link':
      return conceptOfLink[selection.link.kind]
    case 'access': {
      const { principal, resource, action, target } = selection.question
      const line = linesBetween(access, principal, resource).find(({ asks }) =>
        asks.some(
          asked => (action ?? asked.action) === asked.action && (target ?? asked.target) === asked.target,
        ),
      )
      return line && conceptOfDecision[line.decision]
    }
    case 'none':
      return undefined
  }
}

function conceptOfId(model: Model, id = ''): string | undefined {
  const kind = kindOfId(id)
  if (kind !== 'policy') return kind && conceptOfKind[kind]
  const { purpose } = model.policies[id as keyof Model['policies']] ?? {}
  if (purpose === 'service-control') return 'service-control-policy'
  return purpose === 'resource-control' ? 'resource-control-policy' : 'policy'
}
