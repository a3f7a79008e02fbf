import type {
  Explanation,
  GateName,
  GateTrace,
  GateVerdict,
  NearMiss,
  Place,
  StatementTrace,
} from '../access/trace.ts'
import { type Names, namesFrom } from './display-name.ts'
import { english } from './english.ts'
import { stoppedAt } from './stopped-at.ts'
import type { GateWords, ReasonWords, Wording } from './wording.ts'

/** An explanation in sentences. */
export interface Description {
  /** A few words: “No: explicit deny”. */
  readonly headline: string
  /** One or two sentences: what the decision rests on. */
  readonly reason: string
  /** Each gate in the order of the trace: what it said, or why it was not asked. */
  readonly gates: readonly {
    readonly gate: GateName
    readonly level?: string
    readonly verdict: GateVerdict
    readonly text: string
  }[]
  /** What would change the answer, the nearest first. Suggestions, not proofs: `minimalChanges` gives proven ones. */
  readonly changes: readonly string[]
}

/**
 * Says an explanation in plain sentences. `names` turns policy ids, levels and principal ARNs into what a person
 * reads; without it the names that ids tell by themselves are used. `wording` is the language, English by default.
 */
export function describe(explanation: Explanation, names?: Names, wording: Wording = english): Description {
  const speaker = new Speaker(explanation, names ?? namesFrom(wording), wording)
  return {
    headline: wording.headline(explanation.decision, explanation.partial === true),
    reason: speaker.reason(),
    gates: explanation.gates.map(gate => ({
      gate: gate.gate,
      ...(gate.level !== undefined && { level: gate.level }),
      verdict: gate.verdict,
      text: speaker.gate(gate),
    })),
    changes: speaker.changes(),
  }
}

/** The sentence for a `note` in a trace, or `undefined` for a code without one. */
export const noteText = (note: string, wording: Wording = english): string | undefined =>
  Object.hasOwn(wording.notes, note) ? wording.notes[note] : undefined

const MOST_CHANGES = 4

class Speaker {
  readonly #explanation: Explanation
  readonly #names: Names
  readonly #wording: Wording

  constructor(explanation: Explanation, names: Names, wording: Wording) {
    this.#explanation = explanation
    this.#names = names
    this.#wording = wording
  }

  gate(gate: GateTrace): string {
    const message = this.#wording.gates[gate.reason]
    return message ? message(this.#words(gate)) : gate.reason
  }

  reason(): string {
    const { decision, partial, because, determining, gates } = this.#explanation
    const { reasons } = this.#wording
    const words = this.#reasonWords()
    const special = because === undefined ? undefined : reasons.because[because]
    if (special) return sentence(special(words))
    if (decision === 'ExplicitDeny') return sentence(reasons.explicitDeny(words))
    if (decision === 'DependsOnContext') return sentence(reasons.depends(words))
    const part = partial ? [decision === 'Allow' ? reasons.partlyAllowed : reasons.partlyDenied] : []
    if (decision === 'Allow') {
      const byRoot = gates.some(({ reason }) => reason === 'root-user') && this.#granting().length === 0
      const allowed = byRoot || determining.length === 0 ? reasons.rootUser : reasons.allowed
      return [sentence(allowed(words)), ...part].join(' ')
    }
    const [stop] = stoppedAt(this.#explanation)
    const message = stop && reasons.stopped[this.#stopName(stop)]
    return [...(message ? [sentence(message({ ...words, ...this.#words(stop) }))] : []), ...part].join(' ')
  }

  changes(): readonly string[] {
    const { decision, determining, nearMisses, dependsOn } = this.#explanation
    const { changes, or } = this.#wording
    switch (decision) {
      case 'Allow':
        return []
      case 'ExplicitDeny': {
        const remove = unique(
          determining.map(place => changes.removeDeny(this.#statement(place), this.#names(place.policyId))),
        )
        return this.#allowedElsewhere() ? remove : [...remove, changes.alsoAllow(this.#words(undefined))]
      }
      case 'DependsOnContext':
        return dependsOn.map(({ key, decidingValues }) =>
          changes.giveKey(key, or(decidingValues.map(value => `\`${value}\``))),
        )
      case 'ImplicitDeny': {
        if (this.#explanation.because !== undefined) return []
        const stops = stoppedAt(this.#explanation)
        const open = stops
          .map(stop => changes.open[this.#stopName(stop)]?.(this.#words(stop)) ?? '')
          .filter(text => text !== '')
        return unique([
          ...nearMisses.slice(0, MOST_CHANGES - 1).map(miss => this.#cover(miss)),
          ...open,
        ]).slice(0, MOST_CHANGES)
      }
    }
    return []
  }

  #cover(miss: NearMiss): string {
    const { changes, and } = this.#wording
    const common = { statement: this.#statement(miss), policy: this.#names(miss.policyId) }
    return and(miss.wanted.map(({ element, value }) => changes.cover({ element, value, ...common })))
  }

  /** A caller without policies of its own is let in by the resource-based policy or not at all. [D6] */
  #stopName({ gate }: GateTrace): string {
    const outsider = this.#explanation.gates.some(({ reason }) => reason === 'no-identity-side')
    return gate === 'resource-policy' && outsider ? 'outsider' : gate
  }

  #words(gate: GateTrace | undefined): GateWords {
    const { principal, action, resource } = this.#explanation.request
    return {
      who: this.#names(principal),
      what: `\`${action}\``,
      on: resource === '*' ? '`*`' : this.#names(resource),
      policies: gate ? this.#policies(spokenOf(gate)) : '',
      level: gate?.level === undefined ? '' : this.#names(gate.level),
    }
  }

  #reasonWords(): ReasonWords {
    const { determining, dependsOn, decision } = this.#explanation
    const { and } = this.#wording
    const limits = this.#policies(this.#determiningIn('boundary', 'session'))
    const place = determining[0]
    return {
      ...this.#words(undefined),
      policies: this.#policies(
        decision === 'Allow'
          ? this.#granting()
          : unique(determining.slice(0, 1).map(({ policyId }) => policyId)),
      ),
      statement: place ? this.#statement(place) : '',
      keys: and(dependsOn.map(({ key }) => `\`${key}\``)),
      limits: decision === 'Allow' ? limits.replace(this.#wording.nobody, '') : '',
    }
  }

  /** The policies whose allow counts: the caller's own and the resource's. */
  #granting(): readonly string[] {
    return this.#determiningIn('identity', 'resource-policy')
  }

  #determiningIn(...names: readonly GateName[]): readonly string[] {
    const places = new Set(this.#explanation.determining.map(({ policyId, at }) => `${policyId}\n${at}`))
    const stands = ({ policyId, at }: StatementTrace): boolean => places.has(`${policyId}\n${at}`)
    return unique(
      this.#explanation.gates
        .filter(({ gate }) => names.includes(gate))
        .flatMap(({ policies }) => policies)
        .filter(({ statements }) => statements.some(stands))
        .map(({ policyId }) => policyId),
    )
  }

  #allowedElsewhere(): boolean {
    return this.#explanation.gates.some(
      ({ gate, reason, policies }) =>
        reason === 'root-user' ||
        ((gate === 'identity' || gate === 'resource-policy') &&
          policies.some(({ statements }) =>
            statements.some(({ effect, outcome }) => effect === 'Allow' && outcome === 'matched'),
          )),
    )
  }

  #policies(ids: readonly string[]): string {
    return ids.length === 0 ? this.#wording.nobody : this.#wording.and(unique(ids.map(this.#names)))
  }

  #statement(place: Place): string {
    const found = this.#explanation.gates
      .flatMap(({ policies }) => policies)
      .flatMap(({ statements }) => statements)
      .find(({ policyId, at }) => policyId === place.policyId && at === place.at)
    const index = /\/(\d+)$/.exec(place.at)?.[1]
    return this.#wording.statement(found?.sid, index === undefined ? undefined : Number(index) + 1)
  }
}

/** The policies that a sentence about a gate names: those its verdict rests on; where it kept silent, all of them. */
function spokenOf({ verdict, policies }: GateTrace): readonly string[] {
  const speaks = ({ effect, outcome }: StatementTrace): boolean => {
    if (verdict === 'denies') return effect === 'Deny' && outcome === 'matched'
    if (verdict === 'depends') return outcome === 'depends'
    return verdict !== 'allows' || (effect === 'Allow' && outcome === 'matched')
  }
  return policies
    .filter(({ statements }) => verdict === 'silent' || statements.some(speaks))
    .map(({ policyId }) => policyId)
}

const unique = <T>(values: readonly T[]): readonly T[] => [...new Set(values)]

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
