import type { Statement } from '@iam-canvas/core'
import {
  type ActionFacts,
  formsOf,
  globalKeyFacts,
  matchingActions,
  type ServiceEntry,
} from '@iam-canvas/core/lint'
import type { Completion } from '@codemirror/autocomplete'
import { infoWithPage } from './page-link.ts'
import type { DocPages, ListedService, NamedArn, Vocabulary } from './vocabulary.ts'

/** `s3:`, `dynamodb:`, …: choosing one goes on to its actions. */
export const serviceValues = (services: readonly ListedService[]): readonly Completion[] =>
  services.map(({ prefix, name }) => ({ label: `${prefix}:`, detail: name, type: 'namespace' }))

const LEVEL_ORDER = ['List', 'Read', 'Write', 'Tagging', 'Permissions management']

/** The actions of a service, and its families: `s3:Get*`. */
export function actionValues(service: ServiceEntry, pages: DocPages): readonly Completion[] {
  const actions = [...service.actions.values()]
  const families = new Map<string, ActionFacts[]>()
  for (const action of actions) {
    const verb = /^[A-Z][a-z]+/.exec(action.name)?.[0]
    if (verb) families.set(verb, [...(families.get(verb) ?? []), action])
  }
  return [
    ...actions.map(
      ({ name, level, description }): Completion => ({
        label: `${service.prefix}:${name}`,
        detail: level,
        type: 'function',
        info: infoWithPage(description ? `${description}.` : '', {
          href: pages.action(service.name, name),
          label: 'AWS’s reference',
        }),
      }),
    ),
    ...[...families].flatMap(([verb, members]): Completion[] =>
      members.length < 3
        ? []
        : [
            {
              label: `${service.prefix}:${verb}*`,
              detail: `${members.length} actions`,
              type: 'class',
              info: levelsOf(members),
              boost: -5,
            },
          ],
    ),
    {
      label: `${service.prefix}:*`,
      detail: `all ${actions.length} actions`,
      type: 'class',
      info: levelsOf(actions),
      boost: -10,
    },
  ]
}

/** "12 List, 30 Read, 4 Write". */
export function levelsOf(actions: readonly ActionFacts[]): string {
  const counts = new Map<string, number>()
  for (const { level } of actions) counts.set(level, (counts.get(level) ?? 0) + 1)
  return [...counts]
    .sort((a, b) => LEVEL_ORDER.indexOf(a[0]) - LEVEL_ORDER.indexOf(b[0]))
    .map(([level, count]) => `${count} ${level}`)
    .join(', ')
}

/** The model's own ARNs, those that the actions are asked of first; then the forms of ARN that they take. */
export function resourceValues(
  statement: Statement | undefined,
  services: readonly ServiceEntry[],
  { resources, account, pages }: Pick<Vocabulary, 'resources' | 'account' | 'pages'>,
): readonly Completion[] {
  const types = typesAsked(statement, services)
  const asked = new Set(types.map(({ service }) => service))
  const templates = new Map<string, Completion>()
  for (const { arn, type, entry } of types) {
    const text = arn
      .replace('${Partition}', 'aws')
      .replace('${Region}', '*')
      .replace('${Account}', account ?? '*')
      .replaceAll(/\$\{\w+\}/g, '*')
    templates.set(text, {
      label: text,
      detail: `any ${type}`,
      type: 'interface',
      info: infoWithPage(`The form of a ${type}: ${arn.replaceAll(/\$\{(\w+)\}/g, '$1')}`, {
        href: pages.type(entry.name, type),
        label: 'AWS’s reference',
      }),
      boost: -1,
    })
  }
  return [
    ...named(resources, 'variable').map(option => ({
      ...option,
      boost: asked.has(option.label.split(':')[2] ?? '') ? 10 : 0,
    })),
    ...templates.values(),
    { label: '*', detail: 'every resource', type: 'constant', boost: -20 },
  ]
}

function typesAsked(statement: Statement | undefined, services: readonly ServiceEntry[]) {
  if (!statement?.action || statement.action.not) return []
  const reference = {
    prefixes: undefined,
    service: (prefix: string) => services.find(entry => entry.prefix === prefix),
  }
  return statement.action.values.flatMap(({ text }) => {
    const matched = matchingActions(reference, text)
    if (!matched) return []
    const names = new Set(matched.actions.flatMap(({ resourceTypes }) => resourceTypes))
    return [...names].flatMap(name => {
      const type = matched.service.resourceTypes.get(name.toLowerCase())
      return type ? formsOf(type).map(form => ({ ...form, entry: matched.service })) : []
    })
  })
}

export const named = (arns: readonly NamedArn[], type: string): readonly Completion[] =>
  arns.map(({ text, label }) => ({ label: text, detail: label, type }))

/** `${aws:username}` and its like: keys with one value. */
export const variableValues = (): readonly Completion[] =>
  globalKeyFacts()
    .filter(({ type }) => !type.startsWith('ArrayOf'))
    .map(({ key, type }) => ({
      label: `\${${key.replace('${TagKey}', 'TagKey')}}`,
      detail: type,
      type: 'variable',
    }))

export const principalValues = (
  type: string,
  { principals }: Pick<Vocabulary, 'principals'>,
): readonly Completion[] => {
  switch (type) {
    case 'AWS':
      return [
        ...named(
          principals.filter(({ text }) => /^(?:arn:|\d{12}$)/.test(text) && !/-provider\//.test(text)),
          'variable',
        ),
        { label: '*', detail: 'everyone', type: 'constant', boost: -20 },
      ]
    case 'Service':
      return SERVICES.map(name => ({ label: `${name}.amazonaws.com`, type: 'constant' }))
    case 'Federated':
      return [
        ...named(
          principals.filter(({ text }) => /-provider\//.test(text)),
          'variable',
        ),
        { label: 'cognito-identity.amazonaws.com', type: 'constant' },
      ]
    default:
      return []
  }
}

/** Services that roles are made for, or that resources let in, every day. */
const SERVICES = [
  'apigateway',
  'cloudformation',
  'cloudfront',
  'cloudtrail',
  'codebuild',
  'codepipeline',
  'config',
  'delivery.logs',
  'ec2',
  'ecs-tasks',
  'eks',
  'events',
  'firehose',
  'glue',
  'lambda',
  'logging.s3',
  'logs',
  'rds',
  's3',
  'scheduler',
  'sns',
  'ssm',
  'states',
  'vpc-flow-logs',
]

/** Values of a condition key, by its type and name. */
export function conditionValues(
  key: string,
  type: string | undefined,
  words: Pick<Vocabulary, 'resources' | 'principals' | 'account'>,
): readonly Completion[] {
  const name = key.toLowerCase()
  if (type === 'Bool') return ['true', 'false'].map(label => ({ label, type: 'constant' }))
  if (name === 'aws:principalarn') return named(words.principals, 'variable')
  if (name === 'aws:sourcearn') return named(words.resources, 'variable')
  if (name.endsWith('account') && words.account) return [{ label: words.account, type: 'constant' }]
  return variableValues()
}
