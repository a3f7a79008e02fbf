import type { Command, Model, Policy } from '@iam-canvas/core'
import type { ImportReport } from '@iam-canvas/exchange'

/** AWS managed policies of a model that nobody has the text of. */
export const withoutText = (model: Model): readonly Policy[] =>
  Object.values(model.policies).filter(
    ({ account, text, purpose }) => account === 'aws' && text === undefined && purpose === 'identity',
  )

/** What gives policies without a text theirs; `undefined` where there is none to give. */
export function supplyCommand(
  policies: readonly Pick<Policy, 'id' | 'name'>[],
  texts: Readonly<Record<string, string>>,
): Command | undefined {
  const commands = policies.flatMap(({ id, name }): readonly Command[] => {
    const text = Object.hasOwn(texts, name) ? texts[name] : undefined
    return text === undefined ? [] : [{ type: 'SupplyPolicyText', policy: id, text }]
  })
  const [only] = commands
  return commands.length > 1 ? { type: 'Batch', commands } : only
}

const code = 'aws-policy-without-text'

/** The report of an import that has been given the texts of AWS managed policies: only those still missing are odd. */
export function suppliedReport(
  report: ImportReport,
  missing: readonly Policy[],
  before: number,
): ImportReport {
  const supplied = before - missing.length
  const others = report.odd.filter(line => line.code !== code)
  const still =
    missing.length === 0
      ? []
      : [
          {
            code,
            message: `AWS lists ${missing.length === 1 ? 'no policy of this name' : `no policies of these ${missing.length} names`} any more; without a text they allow nothing here.`,
            count: missing.length,
            examples: missing.slice(0, 5).map(({ name }) => name),
          },
        ]
  const told = {
    code: 'aws-policy-text-supplied',
    message: `The text of ${supplied === 1 ? 'an AWS managed policy' : `${supplied} AWS managed policies`} is not in the file; the current one was filled in from the reference.`,
    count: supplied,
    examples: [],
  }
  return { ...report, odd: [...others, told, ...still] }
}
