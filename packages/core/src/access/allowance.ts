import type { OpenGate } from './gates.ts'
import type { Grant } from './grants.ts'
import { all, any } from './outcome.ts'
import type { Request } from './request.ts'
import type { Outcome, StatementTrace } from './trace.ts'

export interface Gates {
  readonly resourceControl: readonly OpenGate[]
  readonly serviceControl: readonly OpenGate[]
  readonly endpoint: OpenGate
  readonly resource: OpenGate
  readonly identity: OpenGate
  readonly boundary: OpenGate
  readonly session: OpenGate
}

export interface AllowanceInput {
  readonly request: Request
  readonly relation: 'same-account' | 'cross-account' | 'outsider'
  /** Identity policies count only if the resource policy trusts the account: KMS keys and roles. [S1, S2] */
  readonly needsTrust: boolean
  /** The bucket's Block Public Access keeps this caller out of its public policy. [S7] */
  readonly publicAccessBlocked: boolean
  readonly gates: Gates
  readonly grants: readonly Grant[]
}

/** Something that has to allow, with the Allow statements that may do so; none where nobody has to be asked. */
interface Step {
  readonly outcome: Outcome
  readonly allows: readonly StatementTrace[]
}

/** A way in which a request can come to be allowed: every step of it has to allow. */
type Way = readonly Step[]

/** What has to allow in any case, and the ways of which one is enough. [D2, D4, D5, D6] */
export interface Allowance {
  readonly outcome: Outcome
  readonly guardrails: Way
  readonly ways: readonly Way[]
}

export function allowanceOf(input: AllowanceInput): Allowance {
  const { gates } = input
  const guardrails = [...gates.resourceControl, ...gates.serviceControl, gates.endpoint].map(stepOf)
  const ways = waysOf(input)
  return { outcome: all([outcomeOfWay(guardrails), any(ways.map(outcomeOfWay))]), guardrails, ways }
}

/**
 * The Allow statements that an allowance rests on, or that it hangs on where its outcome is `depends`: those of the
 * ways that lead there, and not of a gate that nobody had to pass.
 */
export function restsOn({ outcome: wanted, guardrails, ways }: Allowance): ReadonlySet<StatementTrace> {
  const steps = [...guardrails, ...ways.filter(way => outcomeOfWay(way) === wanted).flat()]
  return new Set(
    steps
      .filter(({ outcome }) => outcome === wanted)
      .flatMap(({ allows }) => allows.filter(({ outcome }) => outcome === wanted)),
  )
}

/** Only a part of what was asked is allowed: a guardrail covers no more, or none of the ways does. [M9] */
export function allowsInPart({ guardrails, ways }: Allowance): boolean {
  const open = ways.filter(way => outcomeOfWay(way) === 'matched')
  return guardrails.some(coversPart) || open.every(way => way.some(coversPart))
}

function coversPart({ allows }: Step): boolean {
  const matching = allows.filter(({ outcome }) => outcome === 'matched')
  return matching.length > 0 && matching.every(({ partial }) => partial)
}

const outcomeOfWay = (way: Way): Outcome => all(way.map(({ outcome }) => outcome))

function waysOf({ request, relation, needsTrust, gates, ...input }: AllowanceInput): Way[] {
  const grants = input.publicAccessBlocked ? [] : input.grants
  const identity = identityStep(request, gates)
  const boundary = stepOf(gates.boundary)
  const session = sessionStep(request, gates)
  switch (relation) {
    case 'outsider':
      return grants.map(grant => [grantedBy([grant])])
    case 'cross-account':
      return [[grantedBy(grants), identity, boundary, session]]
    case 'same-account': {
      const byResource = grants.map(grant => [
        grantedBy([grant]),
        ...(grant.needs.identity ? [identity] : []),
        ...(grant.needs.boundary ? [boundary] : []),
        ...(grant.needs.session ? [session] : []),
      ])
      const trust = needsTrust ? [grantedBy(grants.filter(({ delegates }) => delegates))] : []
      return [...byResource, [identity, boundary, session, ...trust]]
    }
  }
}

const passed: Step = { outcome: 'matched', allows: [] }

/** A gate that has to be asked: where there is nothing to ask, nothing allows. */
const askedStep = ({ allows, allowStatements }: OpenGate): Step => ({
  outcome: allows,
  allows: allowStatements,
})

const stepOf = (gate: OpenGate): Step => (gate.skipped ? passed : askedStep(gate))

const grantedBy = (grants: readonly Grant[]): Step => ({
  outcome: any(grants.map(({ statement }) => statement.outcome)),
  allows: grants.map(({ statement }) => statement),
})

/** Root may do everything in its own account. [D9] */
const identityStep = ({ caller }: Request, { identity }: Gates): Step =>
  caller.kind === 'root' ? passed : askedStep(identity)

/** A federated session without a session policy has nothing of its own. [D14] */
const sessionStep = ({ caller }: Request, { session }: Gates): Step =>
  caller.kind === 'federated-user' ? askedStep(session) : stepOf(session)
