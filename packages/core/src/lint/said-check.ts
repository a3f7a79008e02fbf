import type { Diagnostic } from '../policy/document.ts'
import type { Check, CheckWords, QuickFix, TextEdit } from './finding.ts'
import type { LintSubject } from './subject.ts'

/** A check that something else made already: the parser, or the compiler of statements. It adds why, where to read, and a fix. */
export function said(
  words: CheckWords,
  fix?: (subject: LintSubject, diagnostic: Diagnostic) => QuickFix | undefined,
): Check {
  return {
    ...words,
    ...(fix && { fixes: true }),
    *find(subject) {
      for (const diagnostic of subject.said(words.code)) {
        const { at, range, message } = diagnostic
        yield { at, range, message, fix: fix?.(subject, diagnostic) }
      }
    },
  }
}

/** A fix, where its edits could be made. */
export const fixOf = (label: string, edits: readonly TextEdit[] | undefined): QuickFix | undefined =>
  edits && { label, edits }

/** The name that a message suggests, "did you mean `Allow`?". */
export const meantIn = (message: string): string | undefined => /did you mean `([^`]+)`/.exec(message)?.[1]

export const parentOf = (at: string): string => at.slice(0, at.lastIndexOf('/'))
