import type { AccountNumber } from '../model/records.ts'
import { isServiceLinked, serviceControlApplies } from './applies.ts'
import { addAll, type Bits, bitsFor, hasBit, keepOnly, removeAll } from './bitset.ts'
import type { Cells } from './cells.ts'
import type { CompiledStatement } from './compile.ts'
import type { RequestContext } from './context.ts'
import type { Controls } from './controls.ts'
import { matchPrincipal, needsOf } from './match-principal.ts'
import type { Row, RowInput } from './matrix.ts'
import { createPolicyBits, type PolicyBits } from './policy-bits.ts'
import { type AskedContext, type CallerContexts, contextsOf } from './question-context.ts'
import type { PolicyInSet } from './policy-sets.ts'
import type { Region } from './resource-side.ts'
import { partOf, type Space, wholeSpace } from './space.ts'
import { keysRead, type StatementBits } from './statement-bits.ts'
import type { Reach } from './statement-masks.ts'

/** What all rows of a matrix are decided in. */
export interface RowSetting {
  readonly asked: AskedContext
  readonly statementBits: StatementBits
  readonly regions: readonly Region[]
  readonly controlsOf: (account: AccountNumber) => Controls
  readonly contextOf: (input: RowInput) => RequestContext
}

export interface DecidedRow {
  readonly row: Row
  /** The context keys that it hangs on, in lower case: while they keep their values, so does the row. */
  readonly reads: readonly (readonly string[])[]
}

/** Cells for which something holds for sure, and for which it may hold, for all that unknown keys can be. */
interface Pair {
  readonly sure: Bits
  readonly may: Bits
}

/**
 * Decides rows over one set of cells: `allowance.ts` and `fold.ts` with sets of cells in place of single answers. Logic
 * with three values is logic with two values twice, once for what is sure and once for what may be.
 */
export function createRows(cells: Cells) {
  const { rules, size, prepared } = cells
  const whole = wholeSpace(cells)
  const policyBits = createPolicyBits(whole)
  const pair = (): Pair => ({ sure: bitsFor(size), may: bitsFor(size) })
  // Written anew for each row: allocating them each time would cost more than all the rest.
  const denies = pair()
  const identity = pair()
  const boundary = pair()
  const level = pair()
  const granted = pair()
  const byName = pair()
  const byRole = pair()
  const allowed = pair()
  const empty = bitsFor(size)
  const accounts = new Map<AccountNumber, { readonly mine: Bits; readonly free: Bits }>()
  const controlled = new Map<AccountNumber | undefined, Space | undefined>()

  return (input: RowInput, setting: RowSetting): DecidedRow => {
    const { caller } = input
    const { regions, asked } = setting
    const controls = setting.controlsOf(input.account)
    const levels = serviceControlApplies({ caller, facts: { managementAccount: controls.management } })
    const bitsOf = ({ compiled }: PolicyInSet) => policyBits(compiled, asked, setting.statementBits)
    const own = input.identity.map(bitsOf)
    const limit = input.boundary && bitsOf(input.boundary)
    const limits = ((levels === true && controls.serviceControl) || []).map(one => one.policies.map(bitsOf))
    const outer = isServiceLinked(caller) ? [] : resourceControls(input, setting)
    const all = [...own, ...(limit ? [limit] : []), ...limits.flat()]
    const reads = all.map(bits => bits.reads).filter(keys => keys.length > 0)
    // Where no key is unknown, everything is sure.
    const open =
      asked.missingKeys === 'unknown' &&
      (all.some(bits => bits.open.length > 0) || regions.some(readsKeys) || outer.some(readsKeys))
    const halves: readonly (keyof Pair)[] = open ? ['sure', 'may'] : ['sure']
    let contexts: CallerContexts | undefined
    const matched = (space: Space, compiled: CompiledStatement) =>
      setting.statementBits(
        space,
        compiled,
        (contexts ??= contextsOf(asked, setting.contextOf(input))),
        asked,
      )

    const clear = (target: Pair) => {
      for (const half of halves) target[half].fill(0)
    }
    const add = (target: Pair, { sure, maybe }: Reach, from = 0) => {
      if (sure) for (const half of halves) addAll(target[half], sure, from)
      if (maybe) addAll(target.may, maybe, from)
    }
    const addPolicy = (target: Pair, bits: PolicyBits) => {
      add(target, { sure: bits.allow, maybe: undefined })
      add(denies, { sure: bits.deny, maybe: undefined })
      for (const compiled of bits.open)
        add(compiled.statement.effect === 'Allow' ? target : denies, matched(whole, compiled))
    }
    const addRegion = ({ policy, space }: Pick<Region, 'policy' | 'space'>) => {
      for (const compiled of policy.statements) {
        const { effect } = compiled.statement
        // RCPs never allow: RCPFullAWSAccess, which stands at every level, already does. [D12]
        if (effect === 'Allow' && policy.kind === 'resource-control') continue
        const { matched: names, grants } = matchPrincipal(compiled.statement, caller, limit !== undefined)
        if (!names) continue
        reads.push(keysRead(compiled))
        const reach = matched(space, compiled)
        if (effect === 'Deny') add(denies, reach, space.from)
        else {
          add(granted, reach, space.from)
          for (const form of grants) {
            const needs = needsOf(form)
            // What also needs an identity policy is granted like a resource of another account.
            if (!needs.identity) add(needs.boundary ? byRole : byName, reach, space.from)
          }
        }
      }
    }

    for (const scratch of [denies, identity, boundary, granted, byName, byRole]) clear(scratch)
    for (const bits of own) addPolicy(identity, bits)
    if (limit) addPolicy(boundary, limit)
    for (const region of [...regions, ...outer]) addRegion(region)

    const { mine, free } = accountCells(input.account)
    for (const half of halves) {
      const [base, direct, out] = [identity[half], byRole[half], allowed[half]]
      if (limit) {
        keepOnly(base, boundary[half])
        keepOnly(direct, boundary[half])
      }
      // Across accounts, and where the resource must let the account in, both sides have to allow. [D5, S1, S2]
      out.set(free)
      addAll(out, granted[half])
      keepOnly(out, base)
      // In its own account a grant that names the caller is enough. [D4]
      addAll(direct, byName[half])
      keepOnly(direct, mine)
      addAll(out, direct)
    }
    for (const policies of limits) {
      clear(level)
      for (const bits of policies) addPolicy(level, bits)
      for (const half of halves) keepOnly(allowed[half], level[half])
    }
    return { row: finish(open), reads }
  }

  function finish(open: boolean): Row {
    const allow = allowed.sure.slice()
    const deny = denies.sure.slice()
    const depends = open ? allowed.may.slice() : empty
    removeAll(allow, open ? denies.may : deny)
    if (rules.owned) removeAll(allow, rules.owned)
    if (rules.always) {
      addAll(allow, rules.always)
      removeAll(deny, rules.always)
    }
    if (open) {
      for (const decided of [deny, allow, rules.owned, rules.always]) if (decided) removeAll(depends, decided)
    }
    return { allow, deny, depends }
  }

  /** An account's own cells, those of no known account among them, and those of them that no resource has to open. [D4] */
  function accountCells(account: AccountNumber) {
    let found = accounts.get(account)
    if (!found) {
      const mine = bitsFor(size)
      for (const key of [account, undefined]) addAll(mine, cells.allOf.get(key) ?? empty)
      const free = mine.slice()
      for (const needy of [rules.trust, rules.key]) if (needy) removeAll(free, needy)
      accounts.set(account, (found = { mine, free }))
    }
    return found
  }

  /** The RCPs that bind what is asked for, by the account of the resource, or the caller's where nobody knows it. */
  function resourceControls({ account: own }: RowInput, { controlsOf }: RowSetting) {
    if (!rules.controlled) return []
    return [...cells.allOf.keys()].flatMap(account => {
      const { management, resourceControl = [] } = controlsOf(account ?? own)
      const policies = resourceControl.flatMap(one => one.policies.map(({ compiled }) => compiled))
      if (policies.length === 0 || (management && account !== undefined)) return []
      const space = controlledSpace(account)
      return space ? policies.map(policy => ({ policy, space })) : []
    })
  }

  function controlledSpace(account: AccountNumber | undefined) {
    if (!controlled.has(account)) {
      const targets = prepared.filter(target => target.account === account)
      const counts = (cell: number) => rules.controlled !== undefined && hasBit(rules.controlled, cell)
      controlled.set(account, partOf(targets, counts, false))
    }
    return controlled.get(account)
  }
}

const readsKeys = ({ policy }: Pick<Region, 'policy'>): boolean =>
  policy.statements.some(compiled => keysRead(compiled).length > 0)
