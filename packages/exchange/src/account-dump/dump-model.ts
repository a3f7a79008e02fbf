import type {
  Account,
  AccountNumber,
  Group,
  GroupId,
  InlinePolicy,
  Model,
  Policy,
  PolicyId,
  Role,
  User,
} from '@iam-canvas/core'
import { EXAMPLE_ACCOUNT } from '@iam-canvas/core'
import { fieldOf, isObject, type JsonObject, textField } from '../json-shape.ts'
import { documentText } from './document-text.ts'
import { objectsIn, tagsIn, textsIn } from './fields.ts'
import type { DumpFindings } from './findings.ts'
import {
  type DumpIdentity,
  type DumpKind,
  identityIn,
  identityInArn,
  lookAtName,
  soundPath,
} from './identity.ts'
import { defaultDocument } from './policy-version.ts'

type Identified = Required<Pick<DumpIdentity, 'name' | 'path' | 'account'>>

/** A model growing out of the entries of a dump. Policies are added first, then groups, then users and roles. */
export class DumpModel {
  readonly #findings: DumpFindings
  readonly #mainAccount: AccountNumber
  readonly #partitions = new Map<AccountNumber, string>()
  readonly #users = new Map<string, User>()
  readonly #groups = new Map<string, Group>()
  readonly #roles = new Map<string, Role>()
  readonly #policies = new Map<string, Policy>()
  readonly #policyByArn = new Map<string, PolicyId>()
  readonly #groupByName = new Map<string, GroupId>()
  readonly #known = new Set<string>()
  readonly #iamIds = new Set<string>()

  /** `mainAccount` takes whatever names no account. */
  constructor(findings: DumpFindings, mainAccount: AccountNumber | undefined) {
    this.#findings = findings
    this.#mainAccount = mainAccount ?? EXAMPLE_ACCOUNT
    if (mainAccount === undefined) findings.odd.add('no-account')
    this.#partitions.set(this.#mainAccount, 'aws')
  }

  /** An AWS managed policy that nothing uses, by its own count and that of the file, is left out. */
  addPolicy(entry: JsonObject, used: ReadonlySet<string>): void {
    const arn = textField(entry, 'Arn')
    const identity = this.#identify('policy', entry)
    if (!identity) return
    const unused = fieldOf(entry, 'AttachmentCount') === 0 && !fieldOf(entry, 'PermissionsBoundaryUsageCount')
    if (identity.account === 'aws' && unused && !(arn !== undefined && used.has(arn))) {
      this.#findings.leftOut.add('unused-aws-policy', identity.name)
      return
    }
    const text = documentText(
      defaultDocument(entry, identity.name, this.#findings),
      identity.name,
      this.#findings,
    )
    if (text === undefined) this.#findings.odd.add('no-version', identity.name)
    const description = textField(entry, 'Description')
    const id = this.#putPolicy(identity, {
      ...(text !== undefined && { text }),
      ...(description !== undefined && { description }),
      tags: tagsIn(entry, this.#findings),
    })
    if (arn !== undefined) this.#policyByArn.set(arn, id)
  }

  addGroup(entry: JsonObject): void {
    const identity = this.#identify('group', entry)
    if (identity) this.#putGroup(identity, entry)
  }

  addUser(entry: JsonObject): void {
    const identity = this.#identify('user', entry)
    if (!identity) return
    const id = freshId('user', identity, this.#users)
    const boundary = this.#boundaryOf(entry)
    this.#users.set(id, {
      kind: 'user',
      id,
      ...identity,
      groups: [...new Set(textsIn(entry, 'GroupList').map(name => this.#groupNamed(name, identity.account)))],
      attachedPolicies: this.#attachedTo(entry, identity.account),
      inlinePolicies: this.#inlineIn(entry, 'UserPolicyList', identity.name),
      ...(boundary && { permissionsBoundary: boundary }),
      tags: tagsIn(entry, this.#findings),
    })
  }

  addRole(entry: JsonObject): void {
    const identity = this.#identify('role', entry)
    if (!identity) return
    const id = freshId('role', identity, this.#roles)
    const trust = documentText(fieldOf(entry, 'AssumeRolePolicyDocument'), identity.name, this.#findings)
    if (trust === undefined) this.#findings.odd.add('no-trust-policy', identity.name)
    const boundary = this.#boundaryOf(entry)
    const profiles = objectsIn(entry, 'InstanceProfileList', this.#findings).flatMap(
      profile => textField(profile, 'InstanceProfileName') ?? [],
    )
    this.#roles.set(id, {
      kind: 'role',
      id,
      ...identity,
      trustPolicy: trust ?? '',
      attachedPolicies: this.#attachedTo(entry, identity.account),
      inlinePolicies: this.#inlineIn(entry, 'RolePolicyList', identity.name),
      ...(boundary && { permissionsBoundary: boundary }),
      tags: tagsIn(entry, this.#findings),
      ...(profiles.length > 0 && { instanceProfiles: profiles }),
    })
  }

  finish(name: string): Model {
    return {
      name,
      accounts: recordsOf(this.#accounts()),
      ous: {},
      users: recordsOf(this.#users.values()),
      groups: recordsOf(this.#groups.values()),
      roles: recordsOf(this.#roles.values()),
      policies: recordsOf(this.#policies.values()),
      resources: {},
      externals: {},
    }
  }

  #accounts(): readonly Account[] {
    return [...this.#partitions].map(([account, partition]) => ({
      kind: 'account',
      id: `account:${account}`,
      account,
      name: `Account ${account}`,
      ...(partition !== 'aws' && { partition }),
      attachedPolicies: [],
    }))
  }

  /** Who an entry is, with what is odd about it noted; `undefined` if it has no name or was there before. */
  #identify(kind: DumpKind, entry: JsonObject): Identified | undefined {
    const found = identityIn(kind, entry)
    if (!found) {
      this.#findings.leftOut.add('no-name', `a ${kind}`)
      return undefined
    }
    const key = `${kind} ${found.account ?? this.#mainAccount} ${found.name}`
    if (this.#known.has(key)) {
      this.#findings.odd.add('repeated', `${kind} ${found.name}`)
      return undefined
    }
    this.#known.add(key)
    const iamId = textField(entry, IAM_ID[kind])
    if (iamId !== undefined) {
      if (this.#iamIds.has(iamId)) this.#findings.odd.add('equal-ids', `${kind} ${found.name}`)
      this.#iamIds.add(iamId)
    }
    if (found.account === undefined) this.#findings.odd.add('no-arn', `${kind} ${found.name}`)
    return this.#placed(found)
  }

  #placed(found: DumpIdentity): Identified {
    lookAtName(found.name, this.#findings)
    const account = found.account ?? this.#mainAccount
    if (account !== 'aws' && (found.partition !== undefined || !this.#partitions.has(account))) {
      this.#partitions.set(account, found.partition ?? 'aws')
    }
    return { name: found.name, path: soundPath(found.path, this.#findings), account }
  }

  #putPolicy(identity: Identified, content: Pick<Policy, 'text' | 'description' | 'tags'>): PolicyId {
    const id = freshId('policy', identity, this.#policies)
    this.#policies.set(id, { kind: 'policy', id, ...identity, purpose: 'identity', ...content })
    return id
  }

  #putGroup(identity: Identified, entry: JsonObject): GroupId {
    const id = freshId('group', identity, this.#groups)
    this.#groups.set(id, {
      kind: 'group',
      id,
      ...identity,
      attachedPolicies: this.#attachedTo(entry, identity.account),
      inlinePolicies: this.#inlineIn(entry, 'GroupPolicyList', identity.name),
    })
    this.#groupByName.set(`${identity.account} ${identity.name}`, id)
    return id
  }

  #attachedTo(entry: JsonObject, account: AccountNumber): readonly PolicyId[] {
    const ids = objectsIn(entry, 'AttachedManagedPolicies', this.#findings).flatMap(attachment => {
      const arn = textField(attachment, 'PolicyArn')
      const name = textField(attachment, 'PolicyName')
      const id = this.#policyAt(arn ?? (name === undefined ? '' : `arn:aws:iam::${account}:policy/${name}`))
      if (!id) this.#findings.leftOut.add('attachment-without-policy', arn ?? name)
      return id ?? []
    })
    return [...new Set(ids)]
  }

  #boundaryOf(entry: JsonObject): PolicyId | undefined {
    const boundary = fieldOf(entry, 'PermissionsBoundary')
    const arn = isObject(boundary) ? textField(boundary, 'PermissionsBoundaryArn') : boundary
    if (typeof arn !== 'string' || arn === '') return undefined
    const id = this.#policyAt(arn)
    if (!id) this.#findings.leftOut.add('attachment-without-policy', arn)
    return id
  }

  /** The policy with an ARN. One that the file does not hold is added without its text. */
  #policyAt(arn: string): PolicyId | undefined {
    const known = this.#policyByArn.get(arn)
    if (known) return known
    const found = identityInArn(arn)
    if (found?.account === undefined) return undefined
    const id = this.#putPolicy(this.#placed(found), { tags: [] })
    this.#policyByArn.set(arn, id)
    this.#findings.odd.add(
      found.account === 'aws' ? 'aws-policy-without-text' : 'policy-without-text',
      found.name,
    )
    return id
  }

  /** The group that a user names. One that the file does not hold is added without policies. */
  #groupNamed(name: string, account: AccountNumber): GroupId {
    const known = this.#groupByName.get(`${account} ${name}`)
    if (known) return known
    this.#findings.odd.add('group-not-in-file', name)
    return this.#putGroup(this.#placed({ name, path: '/', account }), {})
  }

  #inlineIn(entry: JsonObject, key: string, owner: string): readonly InlinePolicy[] {
    const inline = new Map<string, InlinePolicy>()
    for (const policy of objectsIn(entry, key, this.#findings)) {
      const name = textField(policy, 'PolicyName')
      if (name === undefined) {
        this.#findings.leftOut.add('no-name', `an inline policy of ${owner}`)
        continue
      }
      lookAtName(name, this.#findings)
      if (inline.has(name)) this.#findings.odd.add('repeated', `inline policy ${name} of ${owner}`)
      else {
        const text = documentText(fieldOf(policy, 'PolicyDocument'), `${owner}: ${name}`, this.#findings)
        if (text === undefined) this.#findings.odd.add('no-version', `${owner}: ${name}`)
        inline.set(name, { name, text: text ?? '' })
      }
    }
    return [...inline.values()]
  }
}

const IAM_ID = { user: 'UserId', group: 'GroupId', role: 'RoleId', policy: 'PolicyId' } as const

/** `user:ana`; where that is taken, with the account; where that is taken too, with a number. */
function freshId<K extends DumpKind>(
  kind: K,
  identity: Identified,
  taken: ReadonlyMap<string, unknown>,
): `${K}:${string}` {
  const plain = `${kind}:${identity.name}` as const
  if (!taken.has(plain)) return plain
  const stem = `${kind}:${identity.account}/${identity.name}` as const
  if (!taken.has(stem)) return stem
  for (let count = 2; ; count += 1) {
    const id = `${stem}-${count}` as const
    if (!taken.has(id)) return id
  }
}

function recordsOf<R extends { readonly id: string }>(records: Iterable<R>): Readonly<Record<R['id'], R>> {
  const byId: Record<string, R> = {}
  for (const record of records) byId[record.id] = record
  return byId as Readonly<Record<R['id'], R>>
}
