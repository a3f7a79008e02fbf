import { entityByArn } from '../model/entity-arn.ts'
import type { Model, Resource } from '../model/records.ts'
import { parsedPolicy } from '../policy/parsed-policy.ts'
import { hasBit } from './bitset.ts'
import { type AskedTarget, type CellRule, type Cells, type PreparedTarget, prepareCells } from './cells.ts'
import { type CompiledPolicy, compilePolicy } from './compile.ts'
import { defaultKeyPolicy } from './gather.ts'
import { resourceAt } from './owners.ts'
import { type ResourceContexts, resourceContexts } from './resource-contexts.ts'
import { sameList } from './same-list.ts'
import { partOf, type Space } from './space.ts'

/** A resource-based policy over the cells that ask it. */
export interface Region {
  readonly name: string
  readonly policy: CompiledPolicy
  readonly targets: readonly PreparedTarget[]
  readonly space: Space
}

/** What rows follow from on the side of the resources. Each part is the one of before where nothing changed in it. */
export interface ResourceSide {
  readonly cells: Cells
  readonly regions: readonly Region[]
  readonly contexts: ResourceContexts
  /** What it was made from. */
  readonly from: {
    readonly asked: readonly AskedTarget[]
    readonly owners: readonly (Resource | undefined)[]
    readonly model: Pick<Model, 'resources' | 'roles' | 'accounts' | 'ous' | 'organization'>
  }
}

export function resourceSide(
  model: Model,
  asked: readonly AskedTarget[],
  before: ResourceSide | undefined,
): ResourceSide {
  const { resources, roles, accounts, ous, organization } = model
  const old = before?.from
  const sameResources = old?.model.resources === resources && old.asked === asked
  const sameOrganization =
    old?.model.accounts === accounts && old.model.ous === ous && old.model.organization === organization
  const sameTrust = old?.model.roles === roles || !before?.cells.rules.trust
  if (before && sameResources && sameOrganization && sameTrust) return before

  const owners = old && sameResources ? old.owners : asked.map(({ arn }) => resourceAt(model, arn))
  const cells = before && sameCells(before, asked, owners) ? before.cells : prepareCells(asked, owners)
  const known = before?.cells === cells ? before : undefined
  const regions = regionsIn(model, cells, owners, known?.regions)
  const sameContexts =
    known && sameOrganization && owners.every((owner, index) => sameTags(owner, known.from.owners[index]))
  return {
    cells,
    regions: known && sameList(known.regions, regions) ? known.regions : regions,
    contexts: sameContexts ? known.contexts : resourceContexts(model, cells, owners),
    from: {
      asked,
      owners,
      model: { resources, roles, accounts, ous, ...(organization && { organization }) },
    },
  }
}

/** The same targets with the same actions in the same accounts: another resource policy or tag moves no cell. */
function sameCells(
  { from }: ResourceSide,
  asked: readonly AskedTarget[],
  owners: readonly (Resource | undefined)[],
): boolean {
  if (from.asked.length !== asked.length) return false
  return asked.every((target, index) => {
    const old = from.asked[index]
    return (
      old !== undefined &&
      old.arn === target.arn &&
      old.resource === target.resource &&
      from.owners[index]?.account === owners[index]?.account &&
      (old.actions === target.actions || sameList(old.actions, target.actions))
    )
  })
}

const sameTags = (one: Resource | undefined, other: Resource | undefined): boolean =>
  one === other || (one?.id === other?.id && one?.tags === other?.tags && one?.arn === other?.arn)

interface Wanted {
  readonly text: string
  readonly kind: 'resource' | 'trust'
  readonly counts: (cell: number) => boolean
  readonly targets: PreparedTarget[]
}

function regionsIn(
  model: Model,
  { prepared, rules }: Cells,
  owners: readonly (Resource | undefined)[],
  before: readonly Region[] | undefined,
): readonly Region[] {
  const is = (rule: CellRule) => {
    const bits = rules[rule]
    return (cell: number) => bits !== undefined && hasBit(bits, cell)
  }
  const [isTrust, isKey, ignores] = [is('trust'), is('key'), is('no-policy')]
  const wanted = new Map<string, Wanted>()
  const want = (name: string, target: PreparedTarget, of: Omit<Wanted, 'targets'>) => {
    const found = wanted.get(name)
    if (found) found.targets.push(target)
    else wanted.set(name, { ...of, targets: [target] })
  }
  for (const [index, target] of prepared.entries()) {
    const owner = owners[index]
    if (owner?.resourcePolicy !== undefined) {
      const counts = (cell: number) => !isTrust(cell) && !ignores(cell)
      want(owner.id, target, { text: owner.resourcePolicy, kind: 'resource', counts })
    } else if (owner && target.account !== undefined && rules.key) {
      // A key always has a policy; the one AWS gives it by default delegates to the account. [S1]
      const text = defaultKeyPolicy(target.account)
      want(`${owner.id} ${target.account}`, target, { text, kind: 'resource', counts: isKey })
    }
    const role = rules.trust && entityByArn(model, target.target.arn)
    if (role?.kind === 'role')
      want(role.id, target, { text: role.trustPolicy, kind: 'trust', counts: isTrust })
  }
  const known = new Map(before?.map(region => [region.name, region]))
  return [...wanted].flatMap(([name, { text, kind, counts, targets }]) => {
    const policy = compilePolicy(parsedPolicy(text), kind)
    const old = known.get(name)
    if (old?.policy === policy && sameList(old.targets, targets)) return [old]
    const space = partOf(targets, counts, true)
    return space ? [{ name, policy, targets, space }] : []
  })
}
