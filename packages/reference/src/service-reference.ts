import type { LevelLetter, ServiceFile } from './files.ts'
import { arnExpression, fixedLength } from './arn-format.ts'
import type { AccessLevel } from './service.ts'

/** One service as the Service Authorization Reference has it. */
export interface ServiceReference {
  readonly prefix: string
  readonly name: string
  /** In alphabetical order. */
  readonly actions: readonly ReferenceAction[]
  readonly types: readonly ReferenceType[]
  readonly keys: readonly ConditionKey[]
}

export interface ReferenceAction {
  /** Without the prefix: `GetObject`. */
  readonly name: string
  readonly level: AccessLevel
  /** The resource types it is asked of; none when it is asked of `*` alone. [S6] */
  readonly types: readonly { readonly type: string; readonly required: boolean }[]
  /** The condition keys of the service that it carries; those of its resource types not counted. */
  readonly keys: readonly ConditionKey[]
}

export interface ReferenceType {
  readonly type: string
  /** Such as `arn:${Partition}:s3:::${BucketName}`. */
  readonly arn: string
  readonly keys: readonly ConditionKey[]
}

export interface ConditionKey {
  readonly key: string
  readonly type: string
}

export const levelOfLetter: Readonly<Record<LevelLetter, AccessLevel>> = {
  L: 'List',
  R: 'Read',
  W: 'Write',
  T: 'Tagging',
  P: 'Permissions management',
}

export function readService(prefix: string, file: ServiceFile): ServiceReference {
  const keys = file.keys.map(([key, type]) => ({ key, type }))
  const keysAt = (indexes: readonly number[]) => indexes.flatMap(index => keys[index] ?? [])
  const actions = file.actions.flatMap(([letter, types, ownKeys, names]) => {
    const shared = {
      level: levelOfLetter[letter],
      types:
        types === ''
          ? []
          : types.split(',').map(text => ({ type: text.replace(/\*$/, ''), required: text.endsWith('*') })),
      keys: keysAt(ownKeys),
    }
    return names.split(' ').map(name => ({ name, ...shared }))
  })
  return {
    prefix,
    name: file.name,
    keys,
    types: file.types.map(([type, arn, own]) => ({ type, arn, keys: keysAt(own) })),
    actions: actions.sort((a, b) => (a.name < b.name ? -1 : 1)),
  }
}

const byName = new WeakMap<ServiceReference, ReadonlyMap<string, ReferenceAction>>()

/** An action by its name without the prefix, in any case. [M1] */
export function actionIn(service: ServiceReference, name: string): ReferenceAction | undefined {
  let known = byName.get(service)
  if (!known) {
    known = new Map(service.actions.map(action => [action.name.toLowerCase(), action]))
    byName.set(service, known)
  }
  return known.get(name.toLowerCase())
}

interface KnownType {
  readonly type: ReferenceType
  readonly arnService: string
  readonly strict: RegExp
  /** The last part takes slashes and colons too, as paths and keys do. */
  readonly open: RegExp
  readonly fixed: number
  readonly actions: readonly string[]
}

const knownTypes = new WeakMap<ServiceReference, readonly KnownType[]>()

/** Those with more fixed text first, so that an index is not taken for its table. */
function typesOf(service: ServiceReference): readonly KnownType[] {
  let known = knownTypes.get(service)
  if (!known) {
    known = service.types.flatMap(type => knownType(service, type) ?? []).sort((a, b) => b.fixed - a.fixed)
    knownTypes.set(service, known)
  }
  return known
}

function knownType(service: ServiceReference, type: ReferenceType): KnownType | undefined {
  const [, , arnService = '', ...rest] = type.arn.replace(/\$\{(\w+)\}/g, '{$1}').split(':')
  if (rest.length < 3 || arnService.includes('{')) return undefined
  const format = rest.join(':')
  return {
    type,
    arnService,
    strict: arnExpression(arnService, format),
    open: arnExpression(arnService, format.replace(/\{(\w+)\}(?!.*\{)/, '{+$1}')),
    fixed: fixedLength(format),
    actions: service.actions
      .filter(action => action.types.some(asked => asked.type === type.type))
      .map(({ name }) => `${service.prefix}:${name}`),
  }
}

function typeOf(service: ServiceReference, arn: string): KnownType | undefined {
  const types = typesOf(service)
  return types.find(({ strict }) => strict.test(arn)) ?? types.find(({ open }) => open.test(arn))
}

/** What this ARN or ARN pattern names in its service; `undefined` when no format fits. */
export const typeOfArn = (service: ServiceReference, arn: string): ReferenceType | undefined =>
  typeOf(service, arn)?.type

/** Every action of the service that is asked of this ARN, with the prefix. ARNs of one type share one array. */
export const actionsOfArn = (service: ServiceReference, arn: string): readonly string[] =>
  typeOf(service, arn)?.actions ?? none

/** The services in whose ARNs its resource types are written: STS is asked of the roles of IAM. */
export const arnServicesOf = (service: ServiceReference): readonly string[] => [
  ...new Set(typesOf(service).map(({ arnService }) => arnService)),
]

const none: readonly string[] = []

/** The condition keys that an action carries beside the global ones: its own, and those of its resource types. [C15] */
export function keysOfAction(service: ServiceReference, action: ReferenceAction): readonly ConditionKey[] {
  const ofTypes = action.types.flatMap(
    ({ type }) => service.types.find(known => known.type === type)?.keys ?? [],
  )
  return [...new Map([...action.keys, ...ofTypes].map(key => [key.key, key])).values()]
}
