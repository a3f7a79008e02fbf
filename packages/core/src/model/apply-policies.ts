import type { Draft } from './draft.ts'
import type { HandlersFor } from './handlers.ts'
import type { PolicyCommand } from './identity-commands.ts'
import { identityOf } from './identity.ts'
import {
  firstAccount,
  iamNameProblem,
  knownAccountProblem,
  labelProblem,
  newIdProblem,
  pathProblem,
} from './names.ts'
import { type Problem, refuse, unknownId } from './problem.ts'
import type { Policy, PolicyPurpose } from './records.ts'
import { forgetPolicy } from './references.ts'
import { isProblem, tagsProblem, withoutTags, withTags } from './tags.ts'

export const policyHandlers: HandlersFor<PolicyCommand> = {
  CreatePolicy(draft, { policy: id, name, text, description, tags = [], ...command }) {
    const purpose = command.purpose ?? 'identity'
    const path = command.path ?? '/'
    const account = command.account ?? firstAccount(draft) ?? ''
    const problem =
      newIdProblem(draft, 'policy', id) ??
      policyNameProblem(purpose, name) ??
      pathProblem(path) ??
      knownAccountProblem(draft, account) ??
      policyNameTakenProblem(draft, { account, name, purpose }) ??
      tagsProblem(tags)
    if (problem) return problem
    draft.put({
      kind: 'policy',
      id,
      name,
      path,
      account,
      purpose,
      text,
      ...(description !== undefined && { description }),
      tags,
    })
    return undefined
  },
  DeletePolicy(draft, { policy }) {
    if (!draft.get('policies', policy)) return unknownId('policy', policy)
    forgetPolicy(draft, policy)
    draft.remove(policy)
    return undefined
  },
  CreatePolicyVersion: (draft, { policy: id, text }) => change(draft, id, policy => ({ ...policy, text })),
  RenamePolicy: (draft, { policy: id, name, path }) =>
    change(draft, id, policy => {
      const renamed = { ...policy, name: name ?? policy.name, path: path ?? policy.path }
      const nameChanged = renamed.name !== policy.name
      if (!nameChanged && renamed.path === policy.path) return policy
      return (
        (nameChanged ? policyNameProblem(policy.purpose, renamed.name, policy) : undefined) ??
        (renamed.path === policy.path ? undefined : pathProblem(renamed.path, policy.id)) ??
        policyNameTakenProblem(draft, renamed, policy) ??
        renamed
      )
    }),
  TagPolicy: (draft, { policy: id, tags: added }) =>
    change(draft, id, policy => {
      const tags = withTags(policy, added)
      return isProblem(tags) ? tags : { ...policy, tags }
    }),
  UntagPolicy: (draft, { policy: id, tagKeys }) =>
    change(draft, id, policy => {
      const tags = withoutTags(policy, tagKeys)
      return isProblem(tags) ? tags : { ...policy, tags }
    }),
  AddAwsManagedPolicy(draft, { policy: id, name, path = '/', text, purpose = 'identity', description }) {
    const problem =
      newIdProblem(draft, 'policy', id) ??
      policyNameProblem(purpose, name) ??
      pathProblem(path) ??
      policyNameTakenProblem(draft, { account: 'aws', name, purpose })
    if (problem) return problem
    draft.put({
      kind: 'policy',
      id,
      name,
      path,
      account: 'aws',
      purpose,
      ...(text !== undefined && { text }),
      ...(description !== undefined && { description }),
      tags: [],
    })
    return undefined
  },
  SupplyPolicyText(draft, { policy: id, text }) {
    const policy = draft.get('policies', id)
    if (!policy) return unknownId('policy', id)
    if (policy.text !== undefined) {
      return refuse('has-text', `\`${policy.name}\` has its text already`, policy.id)
    }
    draft.put({ ...policy, text })
    return undefined
  },
}

/** Changes a policy that is the customer's own. */
function change(draft: Draft, id: string, to: (policy: Policy) => Policy | Problem): Problem | undefined {
  const policy = draft.get('policies', id)
  if (!policy) return unknownId('policy', id)
  if (policy.account === 'aws') {
    return refuse(
      'aws-managed',
      `\`${policy.name}\` is an AWS managed policy, which nobody but AWS can change: make a copy and change that`,
      policy.id,
    )
  }
  const outcome = to(policy)
  if ('code' in outcome) return outcome
  draft.put(outcome)
  return undefined
}

function policyNameProblem(purpose: PolicyPurpose, name: string, at?: Policy): Problem | undefined {
  // Organizations takes any characters in the names of its policies.
  return purpose === 'identity'
    ? iamNameProblem('policy', name, at?.id)
    : labelProblem('a policy', name, at?.id)
}

export function policyNameTakenProblem(
  draft: Draft,
  wanted: Pick<Policy, 'account' | 'name' | 'purpose'>,
  but?: Pick<Policy, 'id'>,
): Problem | undefined {
  const { account, name, purpose } = wanted
  const identity = identityOf({ kind: 'policy', account, name, purpose })
  const taken = draft.withIdentity('policies', identity, but?.id)
  if (!taken) return undefined
  const owner = wanted.account === 'aws' ? 'this model' : `account ${wanted.account}`
  return refuse('name-taken', `${owner} already has a policy named \`${taken.name}\``, taken.id)
}
