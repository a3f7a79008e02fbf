import type { LintFinding } from '@iam-canvas/core/lint'
import { useEffect } from 'react'
import { useProblems } from './problems.ts'
import { wantedTexts } from './wanted-texts.ts'

/** What was found in the document as it is shown; `undefined` while this very text was not linted yet. */
export function useFindings(id: string, text: string | undefined): readonly LintFinding[] | undefined {
  useEffect(() => wantedTexts.want(id), [id])
  const linted = useProblems(state => state.texts.get(id))
  return linted && linted.text === text ? linted.findings : undefined
}
