import type { Node } from 'jsonc-parser'
import type { PolicyDocument, Statement } from './document.ts'
import { membersOf, type Report, reportUnknown } from './members.ts'
import { readStatement } from './read-statement.ts'

const documentElements = ['Version', 'Id', 'Statement'] as const
const versions = new Set(['2012-10-17', '2008-10-17'])

/** Reads the tree of a policy text, reporting what is wrong with it. */
export function createReader(report: Report) {
  return (root: Node | undefined): PolicyDocument => {
    if (root?.type !== 'object') {
      report('not-a-policy', 'error', 'a policy is a JSON object with `Version` and `Statement`', '')
      return { statements: [] }
    }
    const members = membersOf(root)
    reportUnknown(members, documentElements, '', report)
    const version = text(members.get('Version'))
    if (members.has('Version') && (version === undefined || !versions.has(version))) {
      report(
        'unknown-version',
        'error',
        'the version is `2012-10-17`, or `2008-10-17` in old policies',
        '/Version',
      )
    }
    if (!members.has('Version') && members.has('Statement')) {
      report(
        'missing-version',
        'warning',
        'without `"Version": "2012-10-17"` policy variables are plain text',
        '',
      )
    }
    const id = text(members.get('Id'))
    return {
      ...(version !== undefined && { version }),
      ...(id !== undefined && { id }),
      statements: readStatements(members.get('Statement')),
    }
  }

  function readStatements(node: Node | undefined): Statement[] {
    if (!node) {
      report('missing-statement', 'error', 'a policy needs a `Statement`', '')
      return []
    }
    if (node.type === 'object') return [readStatement(node, '/Statement', report)]
    if (node.type !== 'array') {
      report('wrong-type', 'error', '`Statement` is an object or a list of objects', '/Statement')
      return []
    }
    return (node.children ?? []).flatMap((child, index) => {
      const at = `/Statement/${index}`
      if (child.type === 'object') return [readStatement(child, at, report)]
      report('wrong-type', 'error', 'a statement is an object in braces', at)
      return []
    })
  }
}

const text = (node: Node | undefined): string | undefined =>
  node?.type === 'string' ? String(node.value) : undefined
