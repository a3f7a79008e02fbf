import type { AccountNumber, Model } from '@iam-canvas/core'
import { externalsFromTrust } from '../externals/externals-from-trust.ts'
import { fieldOf, isObject, type JsonObject, textField } from '../json-shape.ts'
import type { Unread } from '../read-problem.ts'
import type { ReportLine } from '../report-line.ts'
import { resourcesFromPolicies } from '../resources/resources-from-policies.ts'
import { DumpModel } from './dump-model.ts'
import { objectsIn } from './fields.ts'
import { DumpFindings } from './findings.ts'
import { identityInArn } from './identity.ts'
import { type DumpEntries, dumpEntries } from './pages.ts'

/** What an import brought in, and what to tell about it. */
export interface ImportReport {
  readonly counts: {
    readonly accounts: number
    readonly users: number
    readonly groups: number
    readonly roles: number
    readonly customerManagedPolicies: number
    readonly awsManagedPolicies: number
    readonly inlinePolicies: number
    readonly resources: number
    /** Whom trust policies let in from outside. */
    readonly externals: number
  }
  readonly pages: number
  /** AWS had more to give than the file holds. */
  readonly truncated: boolean
  readonly odd: readonly ReportLine[]
  readonly leftOut: readonly ReportLine[]
}

export interface ReadDumpOptions {
  readonly modelName?: string
  /** Longer texts are refused; 50 million characters unless said otherwise. */
  readonly mostCharacters?: number
  /** More resources are not drawn; see `resourcesFromPolicies`. */
  readonly mostResources?: number
  /** Called now and then with how many of the entries have been read. */
  readonly onProgress?: (done: number, total: number) => void
}

export type ReadDump = { readonly ok: true; readonly model: Model; readonly report: ImportReport } | Unread

const PROGRESS_EVERY = 500

/**
 * Reads the output of `aws iam get-account-authorization-details`: one page or many, from the CLI or an SDK. Takes
 * whatever can be understood and reports the rest; never throws. Entities that are named but missing in the file are
 * added without content. AWS managed policies get the account `aws`.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html
 */
export function readAccountDump(text: string, options: ReadDumpOptions = {}): ReadDump {
  const findings = new DumpFindings()
  const entries = dumpEntries(text, findings, options.mostCharacters)
  if (!entries.ok) return entries
  const dump = new DumpModel(findings, mainAccountOf(entries))
  const used = policiesUsedIn(entries)
  const total = entries.users.length + entries.groups.length + entries.roles.length + entries.policies.length
  let done = 0
  const each = (list: readonly JsonObject[], add: (entry: JsonObject) => void): void => {
    for (const entry of list) {
      add(entry)
      done += 1
      if (done % PROGRESS_EVERY === 0 || done === total) options.onProgress?.(done, total)
    }
  }
  each(entries.policies, entry => dump.addPolicy(entry, used))
  each(entries.groups, entry => dump.addGroup(entry))
  each(entries.users, entry => dump.addUser(entry))
  each(entries.roles, entry => dump.addRole(entry))
  const imported = dump.finish(options.modelName ?? 'Imported account')
  const drawn = resourcesFromPolicies(imported, options.mostResources)
  const { model, leftOut } = externalsFromTrust(drawn.model)
  return {
    ok: true,
    model,
    report: {
      counts: countsOf(model),
      pages: entries.pages,
      truncated: entries.truncated,
      odd: findings.odd.lines(),
      leftOut: [...findings.leftOut.lines(), ...drawn.leftOut, ...leftOut],
    },
  }
}

/** The account of most users, groups and roles; of the policies where there are none. */
function mainAccountOf(entries: DumpEntries): AccountNumber | undefined {
  for (const lists of [[entries.users, entries.groups, entries.roles], [entries.policies]]) {
    const counts = new Map<AccountNumber, number>()
    for (const entry of lists.flat()) {
      const account = identityInArn(textField(entry, 'Arn') ?? '')?.account
      if (account !== undefined && account !== 'aws') counts.set(account, (counts.get(account) ?? 0) + 1)
    }
    const most = [...counts].toSorted(([, left], [, right]) => right - left)[0]
    if (most) return most[0]
  }
  return undefined
}

function policiesUsedIn({ users, groups, roles }: DumpEntries): ReadonlySet<string> {
  const used = new Set<string>()
  // What is odd about these lists is noted when they are read.
  const unheard = new DumpFindings()
  for (const entry of [users, groups, roles].flat()) {
    for (const attachment of objectsIn(entry, 'AttachedManagedPolicies', unheard)) {
      used.add(textField(attachment, 'PolicyArn') ?? '')
    }
    const boundary = fieldOf(entry, 'PermissionsBoundary')
    used.add((isObject(boundary) && textField(boundary, 'PermissionsBoundaryArn')) || '')
  }
  return used
}

function countsOf(model: Model): ImportReport['counts'] {
  const policies = Object.values(model.policies)
  const holders = [model.users, model.groups, model.roles].flatMap(records => Object.values(records))
  const aws = policies.filter(policy => policy.account === 'aws').length
  return {
    accounts: Object.keys(model.accounts).length,
    users: Object.keys(model.users).length,
    groups: Object.keys(model.groups).length,
    roles: Object.keys(model.roles).length,
    customerManagedPolicies: policies.length - aws,
    awsManagedPolicies: aws,
    inlinePolicies: holders.reduce((sum, holder) => sum + holder.inlinePolicies.length, 0),
    resources: Object.keys(model.resources).length,
    externals: Object.keys(model.externals).length,
  }
}
