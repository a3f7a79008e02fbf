import { apply, type Command, type EntityId, freeId, freeName, type Model } from '@iam-canvas/core'
import { accessLevelOf, actionsFor, type ResourceTemplate, resourceTemplates } from '@iam-canvas/reference'
import { type DropVerdict, dropVerdict } from '../canvas/drop-rules.ts'
import { homeChosen, withPositions } from '../canvas/layout-changes.ts'
import type { Point } from '../workspace/document.ts'
import { perform } from '../workspace/perform.ts'
import { rename, select, useWorkspace } from '../workspace/workspace.ts'

/** Something that can be added from the palette, by drag, click or letter. */
export interface AddKind {
  readonly key: string
  readonly label: string
  readonly icon: 'user' | 'group' | 'role' | 'policy' | 'resource'
  readonly service?: string
  readonly letter?: string
  readonly create: (model: Model) => { readonly id: EntityId; readonly command: Command }
}

/** A new policy says something from the start: it reads the model's first resource, or an example bucket. */
function startingPolicy(model: Model): string {
  const arn = Object.values(model.resources)[0]?.arn ?? 'arn:aws:s3:::example-bucket'
  const action = actionsFor(arn).find(name => accessLevelOf(name) === 'Read') ?? 's3:GetBucketLocation'
  return JSON.stringify(
    { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: [action], Resource: [arn] }] },
    null,
    2,
  )
}

const startingTrust = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "Service": "lambda.amazonaws.com" },
      "Action": "sts:AssumeRole"
    }
  ]
}`

const identityKinds: readonly AddKind[] = [
  {
    key: 'user',
    label: 'User',
    icon: 'user',
    letter: 'u',
    create: model => {
      const name = freeName(model, 'user', 'new-user')
      const id = freeId(model, 'user', name)
      return { id, command: { type: 'CreateUser', user: id, name } }
    },
  },
  {
    key: 'group',
    label: 'Group',
    icon: 'group',
    letter: 'g',
    create: model => {
      const name = freeName(model, 'group', 'new-group')
      const id = freeId(model, 'group', name)
      return { id, command: { type: 'CreateGroup', group: id, name } }
    },
  },
  {
    key: 'role',
    label: 'Role',
    icon: 'role',
    letter: 'r',
    create: model => {
      const name = freeName(model, 'role', 'new-role')
      const id = freeId(model, 'role', name)
      return { id, command: { type: 'CreateRole', role: id, name, trustPolicy: startingTrust } }
    },
  },
  {
    key: 'policy',
    label: 'Policy',
    icon: 'policy',
    letter: 'p',
    create: model => {
      const name = freeName(model, 'policy', 'NewPolicy')
      const id = freeId(model, 'policy', name)
      return { id, command: { type: 'CreatePolicy', policy: id, name, text: startingPolicy(model) } }
    },
  },
]

const letters: Readonly<Record<string, string>> = { s3: 'b', lambda: 'l' }

function resourceKind(template: ResourceTemplate): AddKind {
  const letter = letters[template.service]
  return {
    key: `${template.service} ${template.type}`,
    label: template.shortLabel,
    icon: 'resource',
    service: template.service,
    ...(letter && { letter }),
    create: model => {
      const account = Object.values(model.accounts)[0]?.account ?? ''
      const name = freeName(model, 'resource', template.defaultName)
      const id = freeId(model, 'resource', name)
      const { arn, parts, service, type } = template.make({ name, account, region: 'eu-west-1' })
      return {
        id,
        command: {
          type: 'AddResource',
          resource: id,
          name,
          arn,
          parts,
          account,
          service,
          resourceType: type,
        },
      }
    },
  }
}

export const addKinds: readonly AddKind[] = [...identityKinds, ...resourceTemplates.map(resourceKind)]

/**
 * Adds one: at a point of the canvas, or in free space; dropped on something that takes it, it is connected at once.
 * The new thing is selected and its name is ready to be typed.
 */
export function addThing(
  kind: AddKind,
  where?: { readonly point: Point; readonly onto?: EntityId | undefined },
) {
  const { document } = useWorkspace.getState()
  const { id, command } = kind.create(document.model)
  const verdict = where?.onto && verdictFor(command, id, where.onto)
  const connect = verdict && verdict.ok ? verdict : undefined
  const layout =
    where && !connect ? withPositions(document.layout, new Map([[id, where.point]])) : document.layout
  const result = perform({
    command: connect ? { type: 'Batch', commands: [command, connect.command] } : command,
    layout: connect?.home ? homeChosen(layout, [id], connect.home) : layout,
    label: connect ? connect.verb : `${kind.label} added`,
  })
  if (!result.ok) return
  select({ kind: 'entities', ids: [id] })
  rename(id)
}

/** What dropping a new one on something would do. */
export function verdictForNew(kind: AddKind, onto: EntityId): DropVerdict | undefined {
  const { id, command } = kind.create(useWorkspace.getState().document.model)
  return verdictFor(command, id, onto)
}

/** The rules read the model, so they are asked of a model that has the new thing in it. */
function verdictFor(create: Command, id: EntityId, onto: EntityId): DropVerdict | undefined {
  const created = apply(useWorkspace.getState().document.model, create)
  return created.ok ? dropVerdict(created.model, id, onto) : undefined
}
