import type { Draft } from './draft.ts'
import { collectionOf, kindOfId } from './collections.ts'
import { nounFor, type Problem, refuse } from './problem.ts'
import type { AccountNumber, EntityId, EntityKind } from './records.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html, "IAM name requirements" */
const IAM_NAME = /^[\w+=,.@-]+$/
const IAM_NAME_LENGTH = { user: 64, group: 128, role: 64, policy: 128 } as const
const PATH = /^\/(?:[!-~]+\/)?$/
const ACCOUNT = /^\d{12}$/
const LABEL_LENGTH = 128

type NamedByIam = keyof typeof IAM_NAME_LENGTH

/** Whether IAM would take this name. Names that came with an imported file are never asked. */
export function iamNameProblem(kind: NamedByIam, name: string, at?: EntityId): Problem | undefined {
  const longest = IAM_NAME_LENGTH[kind]
  if (name === '') return refuse('invalid-name', `a ${kind} needs a name`, at)
  if (!IAM_NAME.test(name)) {
    return refuse(
      'invalid-name',
      `\`${name}\` is no name for a ${kind}: IAM takes letters without accents, digits and + = , . @ - _ only`,
      at,
    )
  }
  if (name.length > longest) {
    return refuse(
      'invalid-name',
      `the name of a ${kind} has at most ${longest} characters, this one ${name.length}`,
      at,
    )
  }
  return undefined
}

/** IAM's rule for the name of an inline policy. */
export const inlineNameProblem = (name: string, at?: EntityId): Problem | undefined =>
  iamNameProblem('policy', name, at)

/** For what has a free name: resources, OUs, accounts, external principals, the model, SCPs. */
export function labelProblem(what: string, name: string, at?: EntityId): Problem | undefined {
  if (name.trim() === '') return refuse('invalid-name', `${what} needs a name`, at)
  if (name.length > LABEL_LENGTH) {
    return refuse(
      'invalid-name',
      `the name has at most ${LABEL_LENGTH} characters, this one ${name.length}`,
      at,
    )
  }
  return undefined
}

export function pathProblem(path: string, at?: EntityId): Problem | undefined {
  if (PATH.test(path) && path.length <= 512) return undefined
  return refuse(
    'invalid-path',
    `\`${path}\` is no path: it begins and ends with a slash, has no blanks, and at most 512 characters`,
    at,
  )
}

export function accountProblem(account: string, at?: EntityId): Problem | undefined {
  if (ACCOUNT.test(account)) return undefined
  return refuse('invalid-account', `\`${account}\` is no account number: it has exactly 12 digits`, at)
}

/** Whether a new entity may have this id: the right kind, and not taken. */
export function newIdProblem(draft: Draft, kind: EntityKind, id: string): Problem | undefined {
  if (kindOfId(id) !== kind) {
    return refuse('invalid-id', `\`${id}\` is no id for ${nounFor(kind)}: it begins with \`${kind}:\``)
  }
  const taken = draft.get(collectionOf(kind), id)
  return taken && refuse('id-taken', `the id \`${id}\` is taken`, taken.id)
}

/** The number an entity is put in: the one given, or the model's first. */
export const firstAccount = (draft: Draft): AccountNumber | undefined => draft.all('accounts')[0]?.account

export function knownAccountProblem(draft: Draft, account: AccountNumber): Problem | undefined {
  const invalid = accountProblem(account)
  if (invalid) return invalid
  if (draft.all('accounts').some(known => known.account === account)) return undefined
  return refuse('invalid-account', `there is no account ${account} in this model: add it first`)
}

/** IAM compares names without regard to case, within one account and kind; paths do not tell them apart. */
export const sameName = (left: string, right: string): boolean =>
  left.length === right.length && left.toLowerCase() === right.toLowerCase()
