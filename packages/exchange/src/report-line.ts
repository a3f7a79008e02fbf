/** One thing to tell about an import: a finished sentence, how often it happened, and up to a few of the cases. */
export interface ReportLine {
  readonly code: string
  readonly message: string
  readonly count: number
  readonly examples: readonly string[]
}

/** The sentence for a number of cases. */
export type Sentence = (count: number) => string

const MOST_EXAMPLES = 5
const LONGEST_EXAMPLE = 120

/** Collects cases by code and turns each code into one line. */
export class Findings<Code extends string> {
  readonly #sentences: Readonly<Record<Code, Sentence>>
  readonly #found = new Map<Code, { count: number; readonly examples: string[] }>()

  constructor(sentences: Readonly<Record<Code, Sentence>>) {
    this.#sentences = sentences
  }

  add(code: Code, example?: string): void {
    const known = this.#found.get(code)
    const finding = known ?? { count: 0, examples: [] }
    if (!known) this.#found.set(code, finding)
    finding.count += 1
    if (example !== undefined && finding.examples.length < MOST_EXAMPLES) {
      finding.examples.push(
        example.length > LONGEST_EXAMPLE ? `${example.slice(0, LONGEST_EXAMPLE - 1)}…` : example,
      )
    }
  }

  lines(): readonly ReportLine[] {
    return [...this.#found].map(([code, { count, examples }]) => ({
      code,
      message: this.#sentences[code](count),
      count,
      examples,
    }))
  }
}

/** `1 user`, `3 users`, `2 policies`. */
export function counted(count: number, noun: string): string {
  if (count === 1) return `1 ${noun}`
  return `${count} ${noun.endsWith('y') && !/[aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`}`
}

/** The form of a verb or pronoun that fits the count. */
export const fits = (count: number, one: string, many: string): string => (count === 1 ? one : many)
