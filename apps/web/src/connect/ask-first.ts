import type { Command } from '@iam-canvas/core'
import { create } from 'zustand'
import type { Asking } from '../canvas/drop-rules.ts'

interface AskedFirst extends Asking {
  readonly carryOut: (command: Command) => unknown
}

/** What a drop wants to know before it is done. */
export const useAskedFirst = create<{ readonly asked: AskedFirst | undefined }>()(() => ({
  asked: undefined,
}))

export const askFirst = (asked: AskedFirst) => useAskedFirst.setState({ asked })
export const stopAsking = () => useAskedFirst.setState({ asked: undefined })
