import type { Model } from '@iam-canvas/core'
import { type ImportReport, readAccountDump } from '../account-dump/read-account-dump.ts'

export const ACCOUNT = '123456789012'
export const arn = (rest: string): string => `arn:aws:iam::${ACCOUNT}:${rest}`

/** Imports a dump that is expected to be one. */
export function imported(dump: unknown): { readonly model: Model; readonly report: ImportReport } {
  const result = readAccountDump(typeof dump === 'string' ? dump : JSON.stringify(dump))
  if (!result.ok) throw new Error(result.problem.message)
  return result
}

export const codes = (lines: ImportReport['odd']): readonly string[] => lines.map(line => line.code)

export const user = (name: string, more: object = {}): object => ({
  UserName: name,
  Arn: arn(`user/${name}`),
  Path: '/',
  ...more,
})

export const group = (name: string, more: object = {}): object => ({
  GroupName: name,
  Arn: arn(`group/${name}`),
  Path: '/',
  ...more,
})
