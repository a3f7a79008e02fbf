import { arnOf, type DocumentId, documentById, recordsIn } from '@iam-canvas/core'
import { placeOfDocument } from '@iam-canvas/core/lint'
import { actionPage, keyPage, servicePage, typeOfArn, typePage } from '@iam-canvas/reference/compiled'
import type { NamedArn, Vocabulary } from '../editor/vocabulary.ts'
import { describedService, listedServices } from '../lint/loaded-reference.ts'
import { serviceQuery } from '../reference/queries.ts'
import { openActionReference } from '../reference/reference-state.ts'
import { queryClient } from '../workspace/query-client.ts'
import { useWorkspace } from '../workspace/workspace.ts'

async function namedType(arn: string) {
  const prefix = arn.split(':')[2]?.toLowerCase()
  if (!prefix) return undefined
  const service = await queryClient.fetchQuery(serviceQuery(prefix)).catch(() => undefined)
  const type = service ? typeOfArn(service, arn)?.type : undefined
  return service && type !== undefined ? { service: service.name, type } : undefined
}

/**
 * What the editor of a document can offer out of the model. It is looked up when it is asked for: the model changes with
 * each keystroke, and a large one names thousands of ARNs.
 */
export function policyWords(id: DocumentId): Vocabulary {
  const model = () => useWorkspace.getState().document.model
  const place = () => {
    const document = documentById(model(), id)
    return document && placeOfDocument(model(), document)
  }
  return {
    get kind() {
      return place()?.kind ?? 'identity'
    },
    get account() {
      return place()?.standing.account
    },
    get resources() {
      return recordsIn(model(), 'resources').flatMap(({ arn, parts, name }): NamedArn[] => [
        { text: arn, label: name },
        ...parts.map(part => ({ text: part, label: `${name}, inside` })),
      ])
    },
    get principals() {
      const users = [...recordsIn(model(), 'users'), ...recordsIn(model(), 'roles')]
      return [
        ...users.flatMap(({ id, name, kind }): NamedArn[] => {
          const arn = arnOf(model(), id)
          return arn === undefined ? [] : [{ text: arn, label: `${kind} ${name}` }]
        }),
        ...recordsIn(model(), 'accounts').map(({ account, name }) => ({ text: account, label: name })),
        ...recordsIn(model(), 'externals').map(({ principal, name }) => ({ text: principal, label: name })),
      ]
    },
    services: listedServices,
    service: describedService,
    typeOf: namedType,
    pages: { service: servicePage, action: actionPage, type: typePage, key: keyPage },
    openAction: openActionReference,
  }
}
