import type { Statement } from '@iam-canvas/core'
import type { ServiceEntry } from '@iam-canvas/core/lint'
import { useQuery } from '@tanstack/react-query'
import { servicesOf } from '../editor/services-of.ts'
import type { Vocabulary } from '../editor/vocabulary.ts'

const none: readonly ServiceEntry[] = []

/** The services that a statement's actions are of; none of them before they are loaded. */
export function useServicesOf(statement: Statement, words: Vocabulary): readonly ServiceEntry[] {
  const texts = statement.action?.values.map(({ text }) => text) ?? []
  const prefixes = [...new Set(texts.map(text => text.split(':', 1)[0] ?? ''))].join()
  const { data = none } = useQuery({
    queryKey: ['form-services', prefixes],
    queryFn: () => servicesOf(statement, words),
  })
  return data
}
