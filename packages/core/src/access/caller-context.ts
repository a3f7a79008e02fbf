import type { Model, Role, User } from '../model/records.ts'
import { createContext, type RequestContext } from './context.ts'
import type { RowInput } from './matrix.ts'
import { contextFromModel } from './model-context.ts'

interface Known extends Pick<Model, 'organization' | 'accounts' | 'ous'> {
  readonly context: RequestContext
}

const known = new WeakMap<User | Role, Known>()

/** What a principal's requests say of the principal, whatever they ask for. Remembered by its record. */
export function callerContext(model: Model, { holder, arn, caller, account }: RowInput): RequestContext {
  const { organization, accounts, ous } = model
  const old = known.get(holder)
  if (old?.accounts === accounts && old.ous === ous && old.organization === organization) return old.context
  const { values, absentPrefixes } = contextFromModel(model, {
    holder,
    callerAccount: account,
    owner: undefined,
    resourceAccount: undefined,
    given: undefined,
  })
  const input = { principal: arn, context: values, absentPrefixes, missingKeys: 'unknown' as const }
  const context = createContext(input, caller, undefined)
  known.set(holder, { accounts, ous, ...(organization && { organization }), context })
  return context
}
