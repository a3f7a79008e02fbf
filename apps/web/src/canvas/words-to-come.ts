import type { ContextValues, Model } from '@iam-canvas/core'
import { create } from 'zustand'
import type { AccessLine } from './access-lines.ts'

interface Words {
  /** The words on a line: the action, the access levels, or what it depends on. */
  readonly ofLine: (line: AccessLine, model: Model, context: ContextValues) => string
  /** What an ARN names, such as "DynamoDB table"; absent where it is not known. */
  readonly ofResource: (arn: string) => string | undefined
}

/** Words that need AWS's vocabulary, which is loaded after the canvas is drawn; no line is decided before it. */
export const useWords = create<Partial<Words>>()(() => ({}))
